using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

[Collection(InBrowser.Name)]
public sealed class ChatTests : IAsyncDisposable
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

    [Fact]
    public async Task Where_no_WebSocket_gets_through_the_chat_goes_on_by_polling()
    {
        var page = await chromium.NewPageAsync();
        await page.RouteWebSocketAsync("**/stream**", socket => socket.CloseAsync());

        var chat = await ChatPage.OpenAsync(page, host.Address);
        await Assertions.Expect(chat.Answers).ToHaveCountAsync(1);

        Assert.Contains("Department of Peacekeeping Operations", await chat.AskAsync("What does DPKO stand for?"), StringComparison.Ordinal);
        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_button_deletes_the_conversation_and_starts_a_new_one()
    {
        var chat = await OpenAsync();
        await chat.AskAsync("What does DPKO stand for?");
        await chat.StartAnew.ClickAsync();
        await chat.Status.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(chat.Status).ToBeHiddenAsync();

        await chat.StartAnew.ClickAsync();
        var deleting = chat.Page.WaitForRequestAsync("**/activities");
        await chat.Status.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        var deleted = await deleting;
        Assert.Contains("deleteUserData", deleted.PostData, StringComparison.Ordinal);
        await Assertions.Expect(chat.FirstScreen).ToBeVisibleAsync();
        await chat.GreetedAsync();
        Assert.Equal(0, await chat.Questions.CountAsync());
        var gone = await chat.Page.APIRequest.GetAsync(deleted.Url, new() { Headers = new Dictionary<string, string> { ["Authorization"] = deleted.Headers["authorization"] } });
        Assert.Equal(404, gone.Status);
        Assert.Empty(chat.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, 800)]
    [InlineData(ColorScheme.Dark, 1280, 800)]
    [InlineData(ColorScheme.Light, 390, 844)]
    public async Task The_page_keeps_to_the_rules_of_accessibility_and_to_its_window(ColorScheme colours, int width, int height)
    {
        var chat = await OpenAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = height } });
        await chat.AskAsync("What does DPKO stand for?");

        await Accessibility.AssertNoBreachAsync(chat.Page, "answered");
        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(height, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }

    [Fact]
    public async Task The_page_is_painted_before_Web_Chat_is_there()
    {
        var page = await chromium.NewPageAsync();
        await page.RouteAsync("**/webchat.*.js", _ => { });

        await page.GotoAsync(host.Address, new() { WaitUntil = WaitUntilState.Commit });

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("DpkoBot");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What you can ask" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Who heads DPKO?" }).ClickAsync();
        await Assertions.Expect(page.Locator("#asked")).ToHaveTextAsync("Who heads DPKO?");
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Connecting");
        Assert.Equal(0, await page.Locator(".webchat__bubble").CountAsync());
    }

    [Fact]
    public async Task What_is_asked_and_typed_on_the_first_screen_is_not_lost()
    {
        var page = await chromium.NewPageAsync();
        var load = new TaskCompletionSource();
        await page.RouteAsync("**/webchat.*.js", async route =>
        {
            await load.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(host.Address);

        await page.GetByRole(AriaRole.Button, new() { Name = "Who heads DPKO?" }).ClickAsync();
        await page.Keyboard.TypeAsync("And since when?");
        load.SetResult();

        await Assertions.Expect(page.Locator(".webchat__bubble")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".webchat__bubble").Last).ToContainTextAsync("Lacroix");
        await Assertions.Expect(page.Locator("[data-id='webchat-sendbox-input']")).ToHaveValueAsync("And since when?");
        await Assertions.Expect(page.Locator("[data-id='webchat-sendbox-input']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_page_that_nobody_uses_begins_no_conversation()
    {
        var page = await chromium.NewPageAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(request.Url);

        await page.RunAndWaitForResponseAsync(() => page.GotoAsync(host.Address), "**/webchat.*.js");

        Assert.DoesNotContain(asked, address => address.Contains("/v3/directline/", StringComparison.Ordinal));
        Assert.False(await page.EvaluateAsync<bool>("'WebChat' in window"));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private Task<ChatPage> OpenAsync(BrowserNewContextOptions? options = null) => ChatPage.OpenGreetedAsync(chromium, host.Address, options);
}
