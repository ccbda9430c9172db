using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>All tests in a browser: one after another, since several at once keep a small machine from answering in time.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "In a browser";
}

/// <summary>One Chromium for all tests. The machine has to bring it: nothing is downloaded.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const string PathVariable = "CHROMIUM_PATH";
    private const string RequiredVariable = "DPKOBOT_REQUIRE_BROWSER";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    // No sandbox, since in CI it all runs as root; and nothing that would call home.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Sites of other origins, all of them on this machine.
        "--host-resolver-rules=MAP *.example 127.0.0.1",
    ];

    /// <summary>Other tests may keep the machine busy.</summary>
    private const float PatienceMilliseconds = 90_000;

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? test;

    public async ValueTask InitializeAsync()
    {
        if (FindChromium() is not { } path)
        {
            return;
        }

        // Here nobody waits for it with a limit.
        _ = TrainedEngine.Default;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>A page of a visitor of its own. Without a browser, this ends the test: skipped, or failed where one is required.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
    {
        if (browser is null)
        {
            const string Reason = $"There is no Chromium on this machine: install it, or name it in {PathVariable}.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable(RequiredVariable) == "1", Reason);
            Assert.Fail(Reason);
        }

        await CloseEarlierTestsPagesAsync(browser!);
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    // They would go on asking for their host, which is gone, and keep the machine busy.
    private async Task CloseEarlierTestsPagesAsync(IBrowser from)
    {
        if (TestContext.Current.Test?.UniqueID is var running && running != test)
        {
            test = running;
            foreach (var context in from.Contexts.ToList())
            {
                await context.CloseAsync();
            }
        }
    }

    private static string? FindChromium()
    {
        string[] places = Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named ? [named] : UsualPlaces;
        return places.FirstOrDefault(File.Exists);
    }
}
