using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>What comes from users and from the knowledge stays text, and cards do no more than they may.</summary>
[Collection(InBrowser.Name)]
public sealed class SafetyTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly ListeningHost host = new(bot: new RepeatingBot().Turn);

    // The bot repeats it as Markdown, so that each comes from both sides.
    [Theory]
    [InlineData("<img src=x onerror=\"document.title='stolen'\">")]
    [InlineData("<script>document.title='stolen'</script>")]
    [InlineData("[click](javascript:document.title='stolen')")]
    [InlineData("[click](JaVaScRiPt:document.title='stolen')")]
    [InlineData("[click](data:text/html,<script>document.title='stolen'</script>)")]
    [InlineData("[click](vbscript:x)")]
    [InlineData("![picture](https://tracker.example/x.png)")]
    [InlineData("<a href=\"javascript:document.title='stolen'\">click</a>")]
    [InlineData("<form action=\"https://evil.example\"><input name=x></form>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("<style>* { display: none }</style>")]
    public async Task Text_never_comes_to_life(string text)
    {
        var page = await chromium.NewPageAsync();
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.Address, StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.RequestFailed += (_, request) => foreign.Remove(request.Url);
        var chat = await (await ChatPage.OpenAsync(page, host.Address)).GreetedAsync();

        await chat.AskAsync(text);

        Assert.Equal(0, await page.Locator(".webchat__bubble :is(script, iframe, form, input, style, [onerror], a[href^='javascript' i], a[href^='data' i], a[href^='vbscript' i])").CountAsync());
        foreach (var link in await page.Locator(".webchat__bubble a, .webchat__bubble button").AllAsync())
        {
            await link.ClickAsync();
        }

        Assert.StartsWith("DpkoBot", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task A_cards_button_asks_the_bot_and_none_runs_a_script()
    {
        var page = await chromium.NewPageAsync();
        var chat = await (await ChatPage.OpenAsync(page, host.Address)).GreetedAsync();
        await chat.AskAsync("card");

        Assert.Equal("You said: the card's question", (await chat.AnswerToAsync(() => page.Locator(".ac-pushButton").GetByText("More about them").ClickAsync())).Trim());
        await page.GetByText("Bad link").ClickAsync();

        Assert.StartsWith("DpkoBot", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_cannot_be_put_into_a_frame_of_another_origin()
    {
        await using var site = await ForeignSite.StartAsync(() => $"<iframe src=\"{host.Address}\"></iframe>", () => host.Address.TrimEnd('/'));
        var page = await chromium.NewPageAsync();
        var refused = new TaskCompletionSource();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult();
            }
        };

        await page.GotoAsync(site.Origin);

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.FrameLocator("iframe").Locator("#chat")).ToHaveCountAsync(0);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
