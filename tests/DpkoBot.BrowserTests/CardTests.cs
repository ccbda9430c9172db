using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>Answers to look at, on the chat page.</summary>
[Collection(InBrowser.Name)]
public sealed class CardTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly ListeningHost host = new(new FakeTimeProvider(DateTimeOffset.UtcNow));

    [Fact]
    public async Task A_visitor_opens_a_long_list_and_clicks_a_line_of_it()
    {
        var chat = await OpenAsync();
        await chat.SayAsync("Which missions were there in Africa?");
        var hidden = Card(chat).GetByText("MINUSCA", new() { Exact = true });

        await Assertions.Expect(Card(chat)).ToBeVisibleAsync();
        await Assertions.Expect(hidden).ToBeHiddenAsync();

        // Web Chat writes an error to the console for every toggle, and lets it through.
        Assert.Empty(chat.Complaints);
        await Card(chat).GetByRole(AriaRole.Button, new() { NameRegex = new("^Show .* more$") }).ClickAsync();
        await hidden.ClickAsync();

        await Assertions.Expect(chat.Questions.Last).ToContainTextAsync("Tell me about MINUSCA");
        await Assertions.Expect(Card(chat)).ToContainTextAsync("Central African Republic");
    }

    [Fact]
    public async Task A_visitor_takes_up_a_question_on_a_card()
    {
        var chat = await OpenAsync();
        await chat.SayAsync("What is OROLSI?");
        var button = Card(chat).Locator(".ac-pushButton").First;
        var question = await button.InnerTextAsync();

        await button.ClickAsync();

        await Assertions.Expect(chat.Questions.Last).ToContainTextAsync(question);
        await Assertions.Expect(chat.Questions).ToHaveCountAsync(2);
        Assert.Empty(chat.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, 800)]
    [InlineData(ColorScheme.Dark, 1280, 800)]
    [InlineData(ColorScheme.Light, 390, 844)]
    [InlineData(ColorScheme.Dark, 390, 844)]
    public async Task A_card_keeps_to_the_rules_of_accessibility_and_to_the_width_of_the_page(ColorScheme colours, int width, int height)
    {
        var chat = await OpenAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = height } });
        await chat.SayAsync("Which missions were there in Africa?");
        await Assertions.Expect(Card(chat)).ToBeVisibleAsync();

        await Accessibility.AssertNoBreachAsync(chat.Page, "a card");
        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(await Card(chat).EvaluateAsync<bool>("card => card.scrollWidth <= card.clientWidth"));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static ILocator Card(ChatPage chat) => chat.Page.Locator(".ac-adaptiveCard").Last;

    private Task<ChatPage> OpenAsync(BrowserNewContextOptions? options = null) => ChatPage.OpenGreetedAsync(chromium, host.Address, options);
}
