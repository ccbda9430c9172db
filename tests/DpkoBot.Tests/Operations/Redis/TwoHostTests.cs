using System.Net;
using System.Text.Json;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Operations.Redis;

/// <summary>Two hosts behind a proxy that sends every request to the other one are like one host.</summary>
public sealed class TwoHostTests : IAsyncLifetime
{
    private RedisServer redis = null!;
    private BotHost[] hosts = [];

    public async ValueTask InitializeAsync()
    {
        redis = await RedisServer.StartedAsync();
        hosts = [Host(), Host()];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        if (redis is not null)
        {
            await redis.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_follow_up_is_understood_by_the_other_host()
    {
        var first = Incoming.Message("tell me about OROLSI");
        await hosts[0].AskAsync(first);

        var alone = await hosts[1].AskAsync(Incoming.Message("when was it set up?"));
        var followUp = await hosts[1].AskAsync(first.Next() with { Text = "when was it set up?" });

        Assert.Contains("2007", Assert.Single(followUp).Text, StringComparison.Ordinal);
        Assert.NotEqual(Assert.Single(alone).Text, Assert.Single(followUp).Text);
    }

    [Fact]
    public async Task What_a_channel_sends_again_is_answered_once_whichever_host_gets_it()
    {
        var message = Incoming.Message();

        Assert.NotEmpty(await hosts[0].AskAsync(message));
        Assert.Empty(await hosts[1].AskAsync(message));
    }

    [Fact]
    public async Task Of_the_same_message_at_both_hosts_at_once_one_is_answered()
    {
        for (var round = 0; round < 20; round++)
        {
            var message = Incoming.Message();

            var replies = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.AskAsync(message))));

            Assert.Single(replies, reply => reply.Count > 0);
        }
    }

    [Fact]
    public async Task A_chat_whose_every_request_hits_the_other_host_stays_in_order_and_loses_nothing()
    {
        using var client = await DirectLineClient.StartedAsync(hosts);
        using var stream = await client.ListenAsync();
        var asked = Enumerable.Range(1, 30).Select(number => $"question {number}").ToList();

        foreach (var question in asked)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.SayAsync(question)).Status);
        }

        var heard = await HearAsync(stream, 1 + (2 * asked.Count));
        Assert.Equal(asked, heard.Where(IsUsers).Select(activity => activity.Text("text")!));
        // Each answer comes right after its question, and answers it.
        Assert.All(
            heard.Skip(1).Chunk(2),
            pair => Assert.Equal(pair[0].Text("id"), pair[1].Text("replyToId")));
        Assert.Equal(heard.Count, heard.Select(activity => activity.Text("id")).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_comes_back_to_the_other_host_goes_on_after_the_watermark()
    {
        using var client = await DirectLineClient.StartedAsync(hosts);
        string? watermark = null;
        var heard = new List<string>();
        for (var round = 0; round < 6; round++)
        {
            await client.ReconnectAsync(watermark ?? "");
            using var stream = await client.ListenAsync();
            var expected = round == 0 ? 1 : 2;
            while (expected > 0)
            {
                var (activities, next) = await stream.ReceiveActivitiesAsync();
                heard.AddRange(activities.Select(activity => activity.Text("id")!));
                expected -= activities.Count;
                watermark = next;
            }

            // Said while nobody listens.
            stream.Dispose();
            await client.SayAsync($"question {round}");
        }

        Assert.Equal(1 + (2 * 5), heard.Count);
        Assert.Equal(heard.Count, heard.Distinct().Count());
    }

    [Fact]
    public async Task A_stream_at_one_host_ends_when_the_client_connects_at_the_other()
    {
        using var client = await DirectLineClient.StartedAsync(hosts);
        using var first = await client.ListenAsync();
        await first.ReceiveActivitiesAsync();
        await client.ReconnectAsync("");

        using var second = await client.ListenAsync();

        Assert.Null(await first.ReceiveAsync());
        Assert.Single((await second.ReceiveActivitiesAsync()).Activities);
    }

    [Fact]
    public async Task What_a_client_sends_again_to_the_other_host_is_taken_once()
    {
        using var client = await DirectLineClient.StartedAsync(hosts);
        const string Message = """{"type":"message","text":"Hello","channelData":{"clientActivityID":"a1"}}""";

        var (_, first) = await client.PostAsync(Message);
        var (_, again) = await client.PostAsync(Message);

        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Equal(3, (await client.PollAsync()).Json.Activities().Count);
    }

    [Fact]
    public async Task A_minute_has_room_for_so_many_messages_to_both_together()
    {
        var strict = new[] { Host().With("DirectLine:MessagesPerMinute", "3"), Host().With("DirectLine:MessagesPerMinute", "3") };
        using var client = await DirectLineClient.StartedAsync(strict);

        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 4; number++)
        {
            statuses.Add((await client.SayAsync("Hello")).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
        await Task.WhenAll(strict.Select(host => host.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task An_address_has_so_many_requests_at_both_together()
    {
        var strict = new[] { Host().With("Limits:RequestsPerMinute", "3"), Host().With("Limits:RequestsPerMinute", "3") };
        using var client = RoundRobin.ClientOf(strict);

        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 4; number++)
        {
            using var response = await client.GetAsync("/version", TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
        await Task.WhenAll(strict.Select(host => host.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_forgotten_at_both()
    {
        using var client = await DirectLineClient.StartedAsync(hosts);
        await client.SayAsync("Hello");

        await client.PostAsync("""{"type":"deleteUserData"}""");

        Assert.Equal(HttpStatusCode.NotFound, (await client.PollAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PollAsync()).Status);
    }

    [Fact]
    public async Task What_is_said_at_both_while_Redis_is_away_is_heard_once_when_it_is_back()
    {
        using var client = await DirectLineClient.StartedAsync(hosts);
        using var stream = await client.ListenAsync();
        await HearAsync(stream, 1);

        redis.Stop();
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("one")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("two")).Status);
        await redis.StartAsync();
        var heard = await HearAsync(stream, 4);
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("three")).Status);
        heard = [.. heard, .. await HearAsync(stream, 2)];

        Assert.Equal(["one", "three", "two"], heard.Where(IsUsers).Select(activity => activity.Text("text")!).Order(StringComparer.Ordinal));
        Assert.Equal(6, heard.Select(activity => activity.Text("id")).Distinct().Count());
        Assert.Equal(6, heard.Count);
    }

    private BotHost Host() => new BotHost().With("ConnectionStrings:Redis", redis.Setting);

    private static bool IsUsers(JsonElement activity) => activity.GetProperty("from").Text("role") == "user";

    private static async Task<IReadOnlyList<JsonElement>> HearAsync(DirectLineStream stream, int count)
    {
        var heard = new List<JsonElement>();
        while (heard.Count < count)
        {
            heard.AddRange((await stream.ReceiveActivitiesAsync()).Activities);
        }

        return heard;
    }
}
