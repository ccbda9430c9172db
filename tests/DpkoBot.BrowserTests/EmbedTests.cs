using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>The chat on a page of another origin, which has a strict content security policy.</summary>
[Collection(InBrowser.Name)]
public sealed class EmbedTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly RepeatingBot bot = new();
    private ListeningHost? host;
    private ForeignSite? site;

    [Fact]
    public async Task One_line_puts_the_chat_on_a_page_of_a_configured_origin()
    {
        var page = await OpenAsync("data-title=\"Ask us\" data-color=\"#8a1538\" data-question=\"first question\"");
        var complaints = Complaints.About(page);

        await Launcher(page).ClickAsync();

        await Assertions.Expect(Answer(page, "You said: first question")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Ask us" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".launcher")).ToHaveCSSAsync("background-color", "rgb(138, 21, 56)");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_conversation_goes_on_on_the_sites_next_page()
    {
        var page = await OpenAsync("data-question=\"first question\"");
        await Launcher(page).ClickAsync();
        await Assertions.Expect(Answer(page, "You said: first question")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Launcher(page).ClickAsync();

        await Assertions.Expect(Answer(page, "You said: first question")).ToHaveCountAsync(1);
        await Assertions.Expect(page.FrameLocator("iframe").Locator(".webchat__bubble--from-user")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task All_is_done_by_keyboard_and_Escape_closes()
    {
        var page = await OpenAsync("");
        await page.GetByRole(AriaRole.Link, new() { Name = "A link" }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var frame = page.FrameLocator("iframe");
        await Assertions.Expect(FirstScreen(page)).ToBeVisibleAsync();

        // Round and round: whatever is reached is inside the dialog.
        for (var i = 0; i < 20; i++)
        {
            await page.Keyboard.PressAsync(i < 12 ? "Tab" : "Shift+Tab");
            Assert.True(
                await page.EvaluateAsync<bool>("() => { const host = document.getElementById('dpkobot-chat'); const at = host.shadowRoot.activeElement; return document.activeElement === host && at?.closest('dialog') !== null; }"),
                $"The focus left the dialog at step {i}.");
        }

        await frame.Locator("#ask input").FocusAsync();
        await page.Keyboard.TypeAsync("hello");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Answer(page, "You said: hello")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("dialog")).ToBeHiddenAsync();
        Assert.Equal("launcher", await page.EvaluateAsync<string>("document.activeElement.shadowRoot.activeElement.className"));
        Assert.Equal("false", await page.Locator(".launcher").GetAttributeAsync("aria-expanded"));
    }

    [Fact]
    public async Task On_a_phone_the_chat_takes_the_whole_screen_and_nothing_behind_it_is_reached()
    {
        var page = await OpenAsync("", new() { ViewportSize = new() { Width = 390, Height = 844 } });

        await Launcher(page).ClickAsync();

        await Assertions.Expect(FirstScreen(page)).ToBeVisibleAsync();
        await ChatPage.UntilAsync(page, "document.getElementById('dpkobot-chat').shadowRoot.querySelector('dialog').getAnimations().every(one => one.playState !== 'running')");
        var box = (await page.Locator("dialog").BoundingBoxAsync())!;
        Assert.Equal((0, 0, 390, 844), (box.X, box.Y, box.Width, box.Height));
        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('dpkobot-chat').shadowRoot.querySelector('dialog').matches(':modal')"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the chat" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task In_Arabic_it_runs_from_right_to_left_and_stands_where_it_is_told()
    {
        var page = await OpenAsync("data-language=\"ar\" data-position=\"left\"");

        await page.Locator(".launcher").ClickAsync();

        await Assertions.Expect(FirstScreen(page)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dialog")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(page.FrameLocator("iframe").Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        Assert.Equal(16, (await page.Locator(".launcher").BoundingBoxAsync())!.X);
    }

    [Fact]
    public async Task Whoever_wants_less_motion_gets_none()
    {
        var page = await OpenAsync("", new() { ReducedMotion = ReducedMotion.Reduce });

        await Launcher(page).ClickAsync();

        Assert.Equal(0, await page.EvaluateAsync<int>("document.getElementById('dpkobot-chat').shadowRoot.querySelector('dialog').getAnimations().length"));
    }

    [Fact]
    public async Task On_a_page_of_another_origin_the_browser_shows_no_chat_and_the_visitor_is_told()
    {
        var page = await OpenAsync("", allowed: false);

        await Launcher(page).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not be loaded here");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open it in a new tab" })).ToHaveAttributeAsync("href", host!.Address);
        await Assertions.Expect(FirstScreen(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_token_and_opens_no_stream_with_one_that_it_stole()
    {
        var page = await OpenAsync("", allowed: false, script: false);
        var chat = await ChatPage.OpenGreetedAsync(chromium, host!.Address);
        var token = await chat.Page.EvaluateAsync<string>("fetch('/v3/directline/tokens/generate', { method: 'POST' }).then(r => r.json()).then(grant => grant.token)");
        const string Try = """
            async ([host, token]) => {
              const headers = { Authorization: `Bearer ${token}` };
              const outcome = promise => promise.then(response => response.status, () => 'blocked');
              return [
                await outcome(fetch(`${host}v3/directline/tokens/generate`, { method: 'POST' })),
                await outcome(fetch(`${host}v3/directline/conversations`, { method: 'POST', headers })),
                await outcome(fetch(`${host}v3/directline/tokens/refresh`, { method: 'POST', headers })),
              ].join();
            }
            """;

        // The site lets its own script do it; what stands in the way is the host.
        await page.Context.NewCDPSessionAsync(page).ContinueWith(session => session.Result.SendAsync("Page.setBypassCSP", new Dictionary<string, object> { ["enabled"] = true })).Unwrap();
        await page.ReloadAsync();
        Assert.Equal("blocked,blocked,blocked", await page.EvaluateAsync<string>(Try, new[] { host.Address, token }));
    }

    [Fact]
    public async Task The_page_for_site_owners_shows_it_and_gives_the_line()
    {
        host = new ListeningHost(bot: bot.Turn);
        var page = await chromium.NewPageAsync();
        await page.GotoAsync(host.Address + "embed");
        await Assertions.Expect(page.Locator("#line")).ToHaveTextAsync($"<script src=\"{host.Address}embed.js\" async></script>");

        await page.GetByLabel("Title").FillAsync("Ask \"us\"");
        await page.GetByLabel("Language").SelectOptionAsync("fr");

        await Assertions.Expect(page.Locator("#line")).ToHaveTextAsync($"<script src=\"{host.Address}embed.js\" data-title=\"Ask &quot;us&quot;\" data-language=\"fr\" async></script>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la conversation: Ask \"us\"" }).ClickAsync();
        await Assertions.Expect(FirstScreen(page)).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }

        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private static ILocator FirstScreen(IPage page) => page.FrameLocator("iframe").Locator("#intro");

    // The text stands in the page more than once: for screen readers, too.
    private static ILocator Answer(IPage page, string text) =>
        page.FrameLocator("iframe").Locator(".webchat__bubble:not(.webchat__bubble--from-user)").Filter(new() { HasText = text });

    private static ILocator Launcher(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Open the chat" });

    private async Task<IPage> OpenAsync(string attributes, BrowserNewContextOptions? options = null, bool allowed = true, bool script = true)
    {
        site = await ForeignSite.StartAsync(
            () => script ? $"<script src=\"{host!.Address}embed.js\" {attributes} async></script>" : "",
            () => host!.Address.TrimEnd('/'));
        host = new ListeningHost(bot: bot.Turn, settings: allowed ? new() { ["DirectLine:AllowedOrigins:0"] = site.Origin } : null);
        var page = await chromium.NewPageAsync(options);
        await page.GotoAsync(site.Origin);
        return page;
    }
}
