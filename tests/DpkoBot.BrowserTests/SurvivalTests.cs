using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>The chat through sleep, reload, lost networks and restarts.</summary>
[Collection(InBrowser.Name)]
public sealed class SurvivalTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly RepeatingBot bot = new();
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly ConcurrentStack<IAsyncDisposable> toDispose = new();

    public enum Moment
    {
        BeforeTheQuestion,
        WhileTheBotThinks,
        BeforeTheFirstByteOfTheEcho,
        WithinTheFramesHead,
        WithinTheEcho,
        BetweenEchoAndReply,
        WithinTheReply,
        BeforeTheLastByte,
        AfterTheLastByte,
        WhenAllIsSaid,
        WhileConnectingAgain,
        BeforeTheAnswerToThePost,
    }

    [Theory]
    [InlineData(Moment.BeforeTheQuestion)]
    [InlineData(Moment.WhileTheBotThinks)]
    [InlineData(Moment.BeforeTheFirstByteOfTheEcho)]
    [InlineData(Moment.WithinTheFramesHead)]
    [InlineData(Moment.WithinTheEcho)]
    [InlineData(Moment.BetweenEchoAndReply)]
    [InlineData(Moment.WithinTheReply)]
    [InlineData(Moment.BeforeTheLastByte)]
    [InlineData(Moment.AfterTheLastByte)]
    [InlineData(Moment.WhenAllIsSaid)]
    [InlineData(Moment.WhileConnectingAgain)]
    [InlineData(Moment.BeforeTheAnswerToThePost)]
    public async Task Whenever_the_line_is_cut_nothing_is_lost_or_doubled(Moment moment)
    {
        var host = Start();
        await using var line = new FlakyLine(host.Port);
        var chat = await ChatPage.OpenGreetedAsync(chromium, line.Address);
        PrepareCut(moment, line);

        await SayOneAsync(chat);
        if (moment == Moment.WhenAllIsSaid)
        {
            line.Cut();
        }

        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
        await SayTwoAsync(chat);
        await Assertions.Expect(chat.Page.GetByText("Send failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_network_the_page_says_so_and_goes_on_when_it_is_back()
    {
        var host = Start();
        await using var line = new FlakyLine(host.Port);
        var chat = await ChatPage.OpenGreetedAsync(chromium, line.Address);
        await SayOneAsync(chat);

        line.IsDown = true;
        line.Cut();
        await chat.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(chat.Status).ToContainTextAsync("You are offline");
        line.IsDown = false;
        await chat.Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
        await SayTwoAsync(chat);
    }

    [Fact]
    public async Task A_host_that_restarts_leads_to_a_new_conversation_with_an_explanation()
    {
        var host = Start();
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        await SayOneAsync(chat);

        var port = host.Port;
        await host.DisposeAsync();
        await Assertions.Expect(chat.Status).ToContainTextAsync("connection was lost");
        toDispose.Push(new ListeningHost(time, bot.Turn, port: port));

        // What was said stays on the screen.
        await Assertions.Expect(chat.Status).ToContainTextAsync("This is a new conversation");
        await chat.ShowsAsync(RepeatingBot.Greeting, "one", "You said: one", RepeatingBot.Greeting);
        await chat.Status.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
        await chat.SayAsync("two");
        await chat.ShowsAsync(RepeatingBot.Greeting, "one", "You said: one", RepeatingBot.Greeting, "two", "You said: two");
    }

    [Fact]
    public async Task A_token_that_expired_leads_to_a_new_conversation_with_an_explanation_where_the_old_one_is_forgotten()
    {
        var host = Start();
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        time.Advance(TimeSpan.FromHours(13));

        await chat.SayAsync("one");

        await Assertions.Expect(chat.Status).ToContainTextAsync("This is a new conversation");
        await Assertions.Expect(chat.Answers).ToHaveCountAsync(2);
        await chat.AnswerToAsync(() => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync());
    }

    [Fact]
    public async Task After_a_reload_too_a_lost_conversation_is_explained()
    {
        var host = Start();
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        await SayOneAsync(chat);
        time.Advance(TimeSpan.FromHours(13));

        await chat.Page.ReloadAsync();

        await chat.ShowsAsync(RepeatingBot.Greeting);
        await Assertions.Expect(chat.Status).ToContainTextAsync("This is a new conversation");
    }

    [Fact]
    public async Task The_chat_goes_on_after_the_laptop_slept_and_the_token_ran_out()
    {
        var host = Start();
        var page = await chromium.NewPageAsync();
        await page.Clock.InstallAsync();
        var chat = await ChatPage.OpenGreetedAsync(page, host.Address);
        await SayOneAsync(chat);

        time.Advance(TimeSpan.FromHours(2));
        await page.RunAndWaitForResponseAsync(() => page.Clock.FastForwardAsync(2 * 60 * 60 * 1000), "**/tokens/generate");

        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
        await SayTwoAsync(chat);
    }

    [Fact]
    public async Task What_was_said_with_a_token_that_had_run_out_can_be_sent_again()
    {
        var host = Start();
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        time.Advance(TimeSpan.FromHours(2));

        await chat.Page.RunAndWaitForResponseAsync(() => chat.SayAsync("one"), "**/tokens/generate");
        await chat.AnswerToAsync(() => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync());

        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Where_the_host_gives_no_token_the_page_says_so_and_tries_on()
    {
        var host = Start();
        var page = await chromium.NewPageAsync();
        await page.RouteAsync("**/tokens/generate", route => route.AbortAsync());

        var chat = await ChatPage.OpenAsync(page, host.Address);
        await Assertions.Expect(chat.Status).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(chat.Status.GetByRole(AriaRole.Button, new() { Name = "Try now" })).ToBeVisibleAsync();
        await page.UnrouteAllAsync();

        await Assertions.Expect(chat.Answers).ToHaveCountAsync(1);
        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_tabs_are_two_conversations_that_do_not_disturb_each_other()
    {
        var host = Start();
        var first = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        var second = await ChatPage.OpenGreetedAsync(await first.Page.Context.NewPageAsync(), host.Address);

        await first.SayAsync("one");
        await second.SayAsync("two");

        await first.ShowsAsync(RepeatingBot.Greeting, "one", "You said: one");
        await second.ShowsAsync(RepeatingBot.Greeting, "two", "You said: two");
    }

    [Fact]
    public async Task The_back_button_leads_back_into_the_conversation()
    {
        var host = Start();
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        await SayOneAsync(chat);

        await chat.Page.GotoAsync(host.Address + "embed");
        await chat.Page.GoBackAsync();

        await chat.ShowsAsync(RepeatingBot.Greeting, "one", "You said: one");
        await SayTwoAsync(chat);
    }

    [Fact]
    public async Task Who_sends_too_much_is_asked_to_wait()
    {
        var host = Start(new() { ["DirectLine:MessagesPerMinute"] = "1" });
        var chat = await ChatPage.OpenGreetedAsync(chromium, host.Address);
        await SayOneAsync(chat);

        await chat.SayAsync("two");
        await Assertions.Expect(chat.Status).ToContainTextAsync("wait a minute");
        time.Advance(TimeSpan.FromMinutes(1));
        await chat.AnswerToAsync(() => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync());

        await Assertions.Expect(chat.Status).ToBeHiddenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (toDispose.TryPop(out var next))
        {
            await next.DisposeAsync();
        }
    }

    private static async Task SayOneAsync(ChatPage chat)
    {
        await chat.SayAsync("one");
        await chat.ShowsAsync(RepeatingBot.Greeting, "one", "You said: one");
    }

    // The second question is answered, and the first still stands, once.
    private static async Task SayTwoAsync(ChatPage chat)
    {
        await chat.SayAsync("two");
        await chat.ShowsAsync(RepeatingBot.Greeting, "one", "You said: one", "two", "You said: two");
    }

    private ListeningHost Start(Dictionary<string, string>? settings = null)
    {
        var host = new ListeningHost(time, bot.Turn, settings);
        toDispose.Push(host);
        return host;
    }

    private void PrepareCut(Moment moment, FlakyLine line)
    {
        switch (moment)
        {
            case Moment.BeforeTheQuestion:
                line.Cut();
                break;
            case Moment.WhileTheBotThinks:
                bot.Before = async text =>
                {
                    if (text == "one")
                    {
                        line.Cut();
                        await Task.Delay(500, TestContext.Current.CancellationToken);
                    }
                };
                break;
            case Moment.BeforeTheFirstByteOfTheEcho:
                line.CutStreamWithinNextFrame(_ => 0);
                break;
            case Moment.WithinTheFramesHead:
                line.CutStreamWithinNextFrame(_ => 2);
                break;
            case Moment.WithinTheEcho:
                line.CutStreamWithinNextFrame(length => length / 4);
                break;
            case Moment.BetweenEchoAndReply:
                line.CutStreamWithinNextFrame(length => length * 2 / 3);
                break;
            case Moment.WithinTheReply:
                line.CutStreamWithinNextFrame(length => length * 9 / 10);
                break;
            case Moment.BeforeTheLastByte:
                line.CutStreamWithinNextFrame(length => length - 1);
                break;
            case Moment.AfterTheLastByte:
                line.CutStreamWithinNextFrame(length => length);
                break;
            case Moment.WhileConnectingAgain:
                // The next one comes in answer to the new WebSocket's handshake.
                line.Cut();
                line.CutStreamWithinNextFrame(_ => 0);
                break;
            case Moment.BeforeTheAnswerToThePost:
                line.LoseNextPostsAnswer();
                break;
            case Moment.WhenAllIsSaid:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(moment), moment, null);
        }
    }
}
