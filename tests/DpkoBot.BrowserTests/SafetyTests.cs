using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>What comes from users and from the knowledge stays text, and cards do no more than they may.</summary>
[Collection(InBrowser.Name)]
public sealed class SafetyTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly ListeningHost host = new(bot: new RepeatingBot().Turn);

    private static readonly string[] Attempts =
    [
        "<img src=x onerror=\"document.title='stolen'\">",
        "<script>document.title='stolen'</script>",
        "[click](javascript:document.title='stolen')",
        "[click](JaVaScRiPt:document.title='stolen')",
        "[click](data:text/html,<script>document.title='stolen'</script>)",
        "[click](vbscript:x)",
        "![picture](https://tracker.example/x.png)",
        "<a href=\"javascript:document.title='stolen'\">click</a>",
        "<form action=\"https://evil.example\"><input name=x></form>",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<style>* { display: none }</style>",
    ];

    // The bot repeats it as Markdown, so that each comes from both sides.
    [Fact]
    public async Task Text_never_comes_to_life()
    {
        const string Alive = ".webchat__bubble :is(script, iframe, form, input, style, [onerror], a[href^='javascript' i], a[href^='data' i], a[href^='vbscript' i])";
        var page = await chromium.NewPageAsync();
        var foreign = new ConcurrentQueue<string>();
        void Judge(IRequest request)
        {
            // What the page's policy refuses never leaves.
            if (!request.Url.StartsWith(host.Address, StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal) && request.Failure != "csp")
            {
                foreign.Enqueue($"{request.Url} {request.Failure}");
            }
        }

        page.RequestFinished += (_, request) => Judge(request);
        page.RequestFailed += (_, request) => Judge(request);
        var chat = await ChatPage.OpenGreetedAsync(page, host.Address);

        foreach (var text in Attempts)
        {
            await chat.AskAsync(text);

            Assert.True(await page.Locator(Alive).CountAsync() == 0, text);
        }

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
        var chat = await ChatPage.OpenGreetedAsync(page, host.Address);
        await chat.AskAsync("card");

        Assert.Equal("You said: the question on the card", (await chat.AnswerToAsync(() => page.Locator(".ac-pushButton").GetByText("More about them").ClickAsync())).Trim());
        await page.Locator(".ac-pushButton").GetByText("Bad link").ClickAsync();

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
