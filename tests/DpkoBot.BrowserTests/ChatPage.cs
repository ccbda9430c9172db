using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>The chat page as a visitor uses it.</summary>
internal sealed class ChatPage
{
    private ChatPage(IPage page)
    {
        Page = page;
        Complaints = BrowserTests.Complaints.About(page);
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Complaints { get; }

    public ILocator Status => Page.Locator("#status");

    public ILocator Answers => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");

    public ILocator Questions => Page.Locator(".webchat__bubble--from-user");

    public ILocator SuggestedActions => Page.Locator(".webchat__suggested-action");

    public ILocator FirstScreen => Page.Locator("#intro");

    public ILocator StartAnew => Page.Locator("#new");

    public ILocator SendBox => Page.Locator("[data-id='webchat-sendbox-input']");

    public static async Task<ChatPage> OpenAsync(IPage page, string address)
    {
        var chat = new ChatPage(page);
        await page.GotoAsync(address);
        await chat.TakeUpAsync();
        return chat;
    }

    /// <summary>Opens the chat and waits until the bot has greeted.</summary>
    public static async Task<ChatPage> OpenGreetedAsync(IPage page, string address) => await (await OpenAsync(page, address)).GreetedAsync();

    /// <summary>Opens the chat for a visitor of its own, and waits until the bot has greeted.</summary>
    public static async Task<ChatPage> OpenGreetedAsync(ChromiumFixture chromium, string address, BrowserNewContextOptions? options = null) =>
        await OpenGreetedAsync(await chromium.NewPageAsync(options), address);

    /// <summary>Waits until the bot has greeted, behind the first screen where nothing was asked yet.</summary>
    public async Task<ChatPage> GreetedAsync()
    {
        await TakeUpAsync();
        await Assertions.Expect(Answers).ToHaveCountAsync(1);
        return this;
    }

    /// <summary>Does what tells the page that somebody is there, for whom it then begins a conversation.</summary>
    public async Task TakeUpAsync()
    {
        await Page.Mouse.MoveAsync(1, 1);
        await Page.Mouse.MoveAsync(2, 2);
    }

    /// <summary>Types a question and waits for its answer, so that the next question is really the next.</summary>
    public Task<string> AskAsync(string question) => AnswerToAsync(() => SayAsync(question));

    public async Task SayAsync(string text)
    {
        var box = await FirstScreen.IsVisibleAsync() ? FirstScreen.GetByRole(AriaRole.Textbox) : SendBox;
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>All that was said, on both sides, in the order in which it stands.</summary>
    public async Task<IReadOnlyList<string>> TranscriptAsync() =>
        [.. (await Page.Locator(".webchat__bubble").AllInnerTextsAsync()).Select(text => text.Trim())];

    /// <summary>Waits until the transcript is exactly this.</summary>
    public async Task ShowsAsync(params string[] transcript)
    {
        var bubbles = Page.Locator(".webchat__bubble");
        await Assertions.Expect(bubbles).ToHaveCountAsync(transcript.Length);
        Assert.Equal(transcript, await TranscriptAsync());
    }

    /// <summary>Waits until this holds in the page. (Playwright's own way of waiting is code in a string, which the page's policy forbids.)</summary>
    public static async Task UntilAsync(IPage page, string expression)
    {
        for (var i = 0; i < 900; i++)
        {
            if (await page.EvaluateAsync<bool>(expression))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("It never came to be that " + expression);
    }

    public async Task<string> AnswerToAsync(Func<Task> asking)
    {
        var before = await Answers.CountAsync();
        await asking();
        await Assertions.Expect(Answers).ToHaveCountAsync(before + 1);
        return await Answers.Last.InnerTextAsync();
    }
}
