using System.Net;
using DpkoBot.Activities;
using DpkoBot.DirectLine;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DpkoBot.Tests.DirectLine;

public sealed class ConversationTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeBot bot = new();
    private readonly BotHost host;

    public ConversationTests() =>
        host = new BotHost().With(time).Replacing(bot.Turn).Replacing(new ConversationLimits(3, 6, 100_000, TimeSpan.FromHours(1), 60));

    [Fact]
    public async Task A_conversation_is_new_once()
    {
        using var client = new DirectLineClient(host);
        await client.GenerateAsync();

        Assert.Equal(HttpStatusCode.Created, await client.StartAsync("""{"user":{"id":"dl_somebody"},"locale":"fr-FR"}"""));
        Assert.Equal(HttpStatusCode.OK, await client.StartAsync());

        var arrival = Assert.Single(bot.Received);
        Assert.Equal("fr-FR", arrival.Locale);
        Assert.Equal(ChannelIds.DirectLine, arrival.ChannelId);
        Assert.NotEqual("dl_somebody", arrival.From!.Id);
        Assert.Contains(arrival.MembersAdded!, member => member.Id == arrival.From.Id);
    }

    [Fact]
    public async Task Who_comes_in_is_greeted_and_the_greeting_answers_nothing()
    {
        using var client = await DirectLineClient.StartedAsync(host);

        var greeting = Assert.Single((await client.PollAsync()).Json.Activities());

        Assert.Equal(FakeBot.Greeting, greeting.Text("text"));
        Assert.False(greeting.TryGetProperty("replyToId", out _));
    }

    [Fact]
    public async Task What_is_said_comes_back_with_its_answer()
    {
        using var client = await DirectLineClient.StartedAsync(host);

        var (status, posted) = await client.PostAsync("""
            {"type":"message","text":"Hello","from":{"id":"dl_me","name":"Me","role":"user"},"locale":"en-US",
             "localTimezone":"Europe/Zurich","channelData":{"clientActivityID":"a1b2","clientTimestamp":"2026-03-01T12:00:00.000Z"}}
            """);
        var (_, set) = await client.PollAsync("1");

        Assert.Equal(HttpStatusCode.OK, status);
        var (said, answer) = set.Activities() is [var first, var second] ? (first, second) : throw new InvalidOperationException("Not two");
        Assert.Equal("a1b2", said.GetProperty("channelData").Text("clientActivityID"));
        Assert.Equal("Europe/Zurich", said.Text("localTimezone"));
        Assert.Equal(posted.Text("id"), said.Text("id"));
        Assert.StartsWith("dl_", said.GetProperty("from").Text("id"), StringComparison.Ordinal);
        Assert.NotEqual("dl_me", said.GetProperty("from").Text("id"));
        Assert.Equal("Me", said.GetProperty("from").Text("name"));
        Assert.Equal(said.Text("id"), answer.Text("replyToId"));
        Assert.Equal("bot", answer.GetProperty("from").Text("role"));
        Assert.Equal("You said: Hello", answer.Text("text"));
        Assert.Equal("2026-03-01T12:00:00Z", answer.Text("timestamp"));
        Assert.Matches($@"^{client.ConversationId}\|\d{{7}}$", answer.Text("id"));
    }

    [Fact]
    public async Task A_poll_goes_on_after_its_watermark()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        await client.SayAsync("One");
        var (_, first) = await client.PollAsync();
        await client.SayAsync("Two");

        var (_, second) = await client.PollAsync(first.Text("watermark")!);
        var (_, third) = await client.PollAsync(second.Text("watermark")!);

        Assert.Equal(["Two", "You said: Two"], second.Activities().Select(activity => activity.Text("text")));
        Assert.Empty(third.Activities());
        Assert.Equal(second.Text("watermark"), third.Text("watermark"));
    }

    [Fact]
    public async Task Answers_follow_their_questions_however_fast_they_come()
    {
        bot.Before = async (activity, _) => await Task.Delay(activity.Text == "0" ? 50 : 0, TestContext.Current.CancellationToken);
        await using var roomy = new BotHost().Replacing(bot.Turn);
        using var client = await DirectLineClient.StartedAsync(roomy);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.SayAsync($"{i}")));

        var activities = (await client.PollAsync("1")).Json.Activities();
        Assert.Equal(40, activities.Count);
        Assert.Equal(40, activities.Select(activity => activity.Text("id")).Distinct().Count());
        Assert.All(activities.Chunk(2), pair => Assert.Equal("You said: " + pair[0].Text("text"), pair[1].Text("text")));
    }

    [Fact]
    public async Task What_the_bot_fails_at_was_not_said_and_can_be_sent_again()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        bot.Before = (_, _) => throw new InvalidOperationException("inner workings");

        var (status, json) = await client.SayAsync("Hello");
        bot.Before = null;

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Equal("BotRejectedActivity", json.ErrorCode());
        Assert.DoesNotContain("inner workings", json.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await client.PollAsync("1")).Json.Activities());
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("Hello")).Status);
        Assert.Equal(bot.Received.Count, bot.Received.Select(activity => activity.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_a_client_sends_again_because_no_answer_reached_it_is_taken_once()
    {
        const string Hello = """{"type":"message","text":"Hello","channelData":{"clientActivityID":"a1b2"}}""";
        using var client = await DirectLineClient.StartedAsync(host);

        var (_, first) = await client.PostAsync(Hello);
        var (status, again) = await client.PostAsync(Hello);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Equal(2, (await client.PollAsync("1")).Json.Activities().Count);
    }

    [Fact]
    public async Task A_minute_has_room_for_so_many_messages()
    {
        await using var strict = new BotHost().With(time).Replacing(bot.Turn).With("DirectLine:MessagesPerMinute", "2");
        using var client = await DirectLineClient.StartedAsync(strict);
        await client.SayAsync("One");
        time.Advance(TimeSpan.FromSeconds(30));
        await client.SayAsync("Two");

        var (status, json) = await client.SayAsync("Three");
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal("TooManyRequests", json.ErrorCode());
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("Three")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.SayAsync("Four")).Status);
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_forgotten_with_all_that_was_said()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        await client.SayAsync("Hello");

        var (status, _) = await client.PostAsync("""{"type":"deleteUserData"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(ActivityTypes.DeleteUserData, bot.Received.Last().Type);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PollAsync()).Status);
        Assert.Equal(HttpStatusCode.Created, await client.StartAsync());
        Assert.Equal([FakeBot.Greeting], (await client.PollAsync()).Json.Activities().Select(activity => activity.Text("text")));
    }

    [Fact]
    public async Task A_bot_that_takes_too_long_is_given_up()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        var asked = new TaskCompletionSource();
        bot.Before = (_, cancelled) =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, cancelled);
        };

        var saying = client.SayAsync("Hello");
        await asked.Task;
        time.Advance(DirectLineTurns.Deadline);

        Assert.Equal(HttpStatusCode.BadGateway, (await saying).Status);
    }

    [Fact]
    public async Task A_bot_that_cannot_greet_keeps_nobody_out()
    {
        bot.Before = (_, _) => throw new InvalidOperationException("inner workings");
        using var client = new DirectLineClient(host);
        await client.GenerateAsync();

        Assert.Equal(HttpStatusCode.Created, await client.StartAsync());
    }

    [Fact]
    public async Task Only_the_latest_activities_are_remembered()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        for (var i = 1; i <= 4; i++)
        {
            await client.SayAsync($"{i}");
        }

        Assert.Equal(["2", "3", "4"], (await client.PollAsync()).Json.Activities().Select(activity => activity.Text("text")!).Where(text => text.Length == 1));
    }

    [Fact]
    public async Task Long_activities_push_out_more_of_the_others()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        await client.SayAsync(new string('x', 60_000));

        Assert.Single((await client.PollAsync()).Json.Activities());
    }

    [Fact]
    public async Task The_conversation_that_was_silent_longest_makes_room()
    {
        var clients = new List<DirectLineClient>();
        for (var i = 0; i < 4; i++)
        {
            clients.Add(await DirectLineClient.StartedAsync(host));
            time.Advance(TimeSpan.FromMinutes(1));
            await clients[0].SayAsync("Still here");
        }

        var statuses = await Task.WhenAll(clients.Select(client => client.PollAsync()));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK], statuses.Select(answer => answer.Status));
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_conversation_that_is_silent_for_long_is_forgotten()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        time.Advance(TimeSpan.FromMinutes(20));
        await client.ReconnectAsync("0");
        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromMinutes(20));
            client.Token = (await client.SendAsync(HttpMethod.Post, "tokens/refresh")).Json.Text("token");
        }

        var (status, json) = await client.PollAsync();

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("NotFound", json.ErrorCode());
        Assert.Equal(HttpStatusCode.NotFound, await client.ReconnectAsync("0"));
    }

    [Fact]
    public async Task Neither_tokens_nor_what_users_write_are_logged_however_much_is()
    {
        await using var host = new BotHost().With(time).Replacing(bot.Turn).With("DirectLine:SiteSecret", "a secret of the site")
            .With("Logging:LogLevel:Default", "Trace").With("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
            .With("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace");
        bot.Before = (activity, _) => activity.Text == "Fail" ? throw new InvalidOperationException("for the log") : Task.CompletedTask;
        using var client = await DirectLineClient.StartedAsync(host);
        await client.SayAsync("Confidential words");
        await client.SayAsync("Fail");
        using (await client.ListenAsync())
        {
        }

        using var site = new DirectLineClient(host) { Token = "a secret of the site" };
        await site.StartAsync();
        Assert.Contains(host.Log.Entries, entry => entry.Text.Contains("/v3/directline/conversations", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains("a secret of the site", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains(client.StreamUrl.Split("&t=")[1], StringComparison.Ordinal));
        Assert.Contains(host.Log.Entries, entry => entry.Text.Contains("for the log", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains("Confidential", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains(client.Token!, StringComparison.Ordinal));
    }

    public void Dispose() => host.Dispose();
}
