using Deque.AxeCore.Playwright;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

public sealed class ChatTests : IClassFixture<ChromiumFixture>, IAsyncDisposable
{
    private readonly ChromiumFixture chromium;
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly ListeningHost host;

    public ChatTests(ChromiumFixture chromium)
    {
        this.chromium = chromium;
        host = new ListeningHost(time);
    }

    [Fact]
    public async Task A_visitor_asks_asks_on_and_takes_up_a_suggestion()
    {
        var chat = await OpenAsync();

        Assert.Contains("Department of Peacekeeping Operations", await chat.AskAsync("What does DPKO stand for?"), StringComparison.Ordinal);
        Assert.Contains("Lacroix", await chat.AskAsync("and who leads it?"), StringComparison.Ordinal);

        var suggestion = chat.SuggestedActions.First;
        var question = await suggestion.InnerTextAsync();
        Assert.NotEmpty(await chat.AnswerToAsync(() => suggestion.ClickAsync()));
        Assert.Equal(question, (await chat.Questions.Last.InnerTextAsync()).Trim());
        Assert.Equal(3, await chat.Questions.CountAsync());
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task The_conversation_is_still_there_after_a_reload()
    {
        var chat = await OpenAsync();
        await chat.AskAsync("What does DPKO stand for?");

        await chat.Page.ReloadAsync();

        await Assertions.Expect(chat.Questions).ToHaveCountAsync(1);
        await Assertions.Expect(chat.Answers).ToHaveCountAsync(2);
        await chat.AskAsync("and who leads it?");
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task Two_visitors_have_two_conversations()
    {
        var first = await OpenAsync();
        var second = await OpenAsync();

        await first.AskAsync("What does DPKO stand for?");

        Assert.Equal(0, await second.Questions.CountAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, 800)]
    [InlineData(ColorScheme.Dark, 1280, 800)]
    [InlineData(ColorScheme.Light, 390, 844)]
    public async Task The_page_keeps_to_the_rules_of_accessibility(ColorScheme colours, int width, int height)
    {
        var chat = await OpenAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = height } });
        await chat.AskAsync("What does DPKO stand for?");

        // Colours are judged when they have come to rest.
        await chat.Page.WaitForFunctionAsync("document.getAnimations().every(animation => animation.playState !== 'running')");
        var breaches = (await chat.Page.RunAxe()).Violations
            .Where(violation => violation.Impact is "critical" or "serious")
            .SelectMany(violation => violation.Nodes, (violation, node) => $"{violation.Help}: {node.Html}")
            .ToList();

        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(height, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }

    [Fact]
    public async Task Where_the_host_gives_no_token_the_page_says_so_and_offers_to_start_again()
    {
        var page = await chromium.NewPageAsync();
        await page.RouteAsync("**/tokens/generate", route => route.AbortAsync());

        var chat = await ChatPage.OpenAsync(page, host.Address);
        await Assertions.Expect(chat.Status).ToContainTextAsync("could not be reached");
        await page.UnrouteAllAsync();
        await chat.Status.GetByRole(AriaRole.Button).ClickAsync();

        await chat.GreetedAsync();
        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_chat_goes_on_after_the_laptop_slept_and_the_token_ran_out()
    {
        var page = await chromium.NewPageAsync();
        await page.Clock.InstallAsync();
        var chat = await (await ChatPage.OpenAsync(page, host.Address)).GreetedAsync();
        await chat.AskAsync("What does DPKO stand for?");

        time.Advance(TimeSpan.FromHours(2));
        await page.RunAndWaitForResponseAsync(() => page.Clock.FastForwardAsync(2 * 60 * 60 * 1000), "**/tokens/generate");

        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
        await chat.AskAsync("and who leads it?");
        Assert.Equal(3, await chat.Answers.CountAsync());
    }

    [Fact]
    public async Task What_was_said_with_a_token_that_had_run_out_can_be_sent_again()
    {
        var chat = await OpenAsync();
        time.Advance(TimeSpan.FromHours(2));

        await chat.Page.RunAndWaitForResponseAsync(() => chat.SayAsync("What does DPKO stand for?"), "**/tokens/generate");
        await chat.AnswerToAsync(() => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync());

        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_conversation_that_the_host_forgot_can_be_started_again()
    {
        var chat = await OpenAsync();
        await chat.AskAsync("What does DPKO stand for?");
        time.Advance(TimeSpan.FromHours(13));

        await chat.SayAsync("and who leads it?");
        await Assertions.Expect(chat.Status).ToContainTextAsync("has ended");
        await chat.Status.GetByRole(AriaRole.Button).ClickAsync();

        await chat.GreetedAsync();
        Assert.Equal(0, await chat.Questions.CountAsync());
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<ChatPage> OpenAsync(BrowserNewContextOptions? options = null) =>
        await (await ChatPage.OpenAsync(await chromium.NewPageAsync(options), host.Address)).GreetedAsync();
}
