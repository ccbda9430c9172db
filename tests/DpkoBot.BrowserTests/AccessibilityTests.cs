using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>What docs/accessibility.md says was tested.</summary>
[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly ListeningHost host = new(bot: new RepeatingBot().Turn);

    [Theory]
    [InlineData(ColorScheme.Light, "en", 1280, 800)]
    [InlineData(ColorScheme.Dark, "en", 1280, 800)]
    [InlineData(ColorScheme.Dark, "ar", 390, 844)]
    [InlineData(ColorScheme.Light, "fr", 320, 256)]
    public async Task No_state_of_the_chat_breaks_a_rule(ColorScheme colours, string language, int width, int height)
    {
        var page = await chromium.NewPageAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = height } });
        var chat = await ChatPage.OpenGreetedAsync(page, $"{host.Address}?lang={language}");
        await Accessibility.AssertNoBreachAsync(page, "open");

        await chat.AskAsync("hello");
        await Accessibility.AssertNoBreachAsync(page, "answered");

        await chat.AskAsync("card");
        await Assertions.Expect(page.Locator(".ac-adaptiveCard")).ToBeVisibleAsync();
        await Accessibility.AssertNoBreachAsync(page, "card");

        await chat.StartAnew.ClickAsync();
        await Accessibility.AssertNoBreachAsync(page, "asked whether to delete");

        await page.Context.SetOfflineAsync(true);
        await Accessibility.AssertNoBreachAsync(page, "offline");
    }

    [Fact]
    public async Task Neither_the_bots_own_answers_and_questions_back_nor_an_unreachable_host_break_a_rule()
    {
        await using var real = new ListeningHost();
        var page = await chromium.NewPageAsync();
        var chat = await ChatPage.OpenGreetedAsync(page, real.Address);
        await chat.AskAsync("What are the main offices of DPKO?");
        await Accessibility.AssertNoBreachAsync(page, "answered");
        await chat.AskAsync("What does the office do?");
        await Accessibility.AssertNoBreachAsync(page, "clarify");
        await chat.AskAsync("What is the airspeed of a swallow?");
        await Accessibility.AssertNoBreachAsync(page, "fallback");

        await page.RouteAsync("**/tokens/**", route => route.AbortAsync());
        await page.ReloadAsync();
        await Assertions.Expect(chat.Status).ToContainTextAsync("cannot be reached");
        await Accessibility.AssertNoBreachAsync(page, "unreachable");
    }

    [Fact]
    public async Task The_page_for_site_owners_and_the_open_frame_on_it_break_no_rule()
    {
        var page = await chromium.NewPageAsync();
        await page.GotoAsync(host.Address + "embed");
        await Accessibility.AssertNoBreachAsync(page, "closed");

        await page.GetByRole(AriaRole.Button, new() { Name = "Open the chat" }).ClickAsync();
        var frame = page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator("#intro")).ToBeVisibleAsync();
        await Accessibility.AssertNoBreachAsync(page, "open");
        await frame.Locator("#questions button").First.ClickAsync();
        await Assertions.Expect(frame.Locator(".webchat__bubble")).ToHaveCountAsync(3);
        await Accessibility.AssertNoBreachAsync(page, "answered");
    }

    [Fact]
    public async Task A_conversation_is_held_by_keyboard_alone()
    {
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        var keyboard = chat.Page.Keyboard;

        await TabToAsync(chat.Page, "question");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Answers).ToHaveCountAsync(2);
        await Assertions.Expect(chat.SendBox).ToBeFocusedAsync();
        await keyboard.TypeAsync("suggest");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Answers).ToHaveCountAsync(3);

        await TabToAsync(chat.Page, "webchat__suggested-action");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Answers.Last).ToContainTextAsync("You said: Suggested question");

        await TabToAsync(chat.Page, "new");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Status).ToContainTextAsync("Delete this conversation");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
        Assert.Equal("new", await chat.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task New_answers_and_notices_are_announced()
    {
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        await chat.AskAsync("first");
        await chat.Page.EvaluateAsync("""
            () => {
              window.announced = [];
              const log = document.querySelector('.webchat__live-region-transcript');
              new MutationObserver(() => window.announced.push(log.textContent)).observe(log, { childList: true, subtree: true, characterData: true });
            }
            """);

        await chat.AskAsync("hello");

        await ChatPage.UntilAsync(chat.Page, "window.announced.some(text => text.includes('You said: hello'))");
        await Assertions.Expect(chat.Page.Locator(".webchat__live-region-transcript")).ToHaveAttributeAsync("role", "log");
        await Assertions.Expect(chat.Page.Locator(".webchat__live-region-transcript")).ToHaveAttributeAsync("aria-live", "polite");
        Assert.Equal("status", await chat.Status.GetAttributeAsync("role"));
    }

    [Theory]
    [InlineData(320, 256)]
    [InlineData(390, 844)]
    public async Task Small_and_zoomed_windows_scroll_in_one_direction_only(int width, int height)
    {
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address, new() { ViewportSize = new() { Width = width, Height = height } });

        await chat.AskAsync("card");
        await Assertions.Expect(chat.Page.Locator(".ac-adaptiveCard")).ToBeVisibleAsync();

        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(await chat.Page.EvaluateAsync<bool>("document.querySelector('.ac-adaptiveCard').getBoundingClientRect().right <= innerWidth"));
        Assert.True(await chat.Page.EvaluateAsync<bool>("(() => { const list = document.querySelector('.webchat__basic-transcript__scrollable'); return list.scrollWidth <= list.clientWidth; })()"));
    }

    [Fact]
    public async Task With_more_space_between_letters_words_and_lines_nothing_is_cut_off()
    {
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await chat.AskAsync("A question that is long enough to be broken into several lines on a phone");
        await chat.AskAsync("card");

        // The spacing of WCAG 1.4.12, set from outside as a reader's style sheet would.
        await chat.Page.EvaluateAsync("""
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
              document.adoptedStyleSheets = [sheet];
            }
            """);

        var cutOff = await chat.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('h1, header p, header button, .webchat__bubble p, .webchat__suggested-action, .ac-textBlock, .ac-pushButton')]
              .filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== 'visible')
              .map(element => element.outerHTML.slice(0, 200))
            """);
        Assert.Empty(cutOff);
        Assert.Equal(390, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static async Task TabToAsync(IPage page, string idOrClass)
    {
        for (var i = 0; i < 30; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("name => document.activeElement.id === name || document.activeElement.className.includes?.(name)", idOrClass))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not lead to {idOrClass}.");
    }
}
