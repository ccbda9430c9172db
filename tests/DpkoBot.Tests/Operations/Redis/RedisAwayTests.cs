using System.Net;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Operations.Redis;

public sealed class RedisAwayTests : IAsyncLifetime
{
    private RedisServer redis = null!;
    private BotHost host = null!;

    public async ValueTask InitializeAsync()
    {
        redis = await RedisServer.StartedAsync();
        host = new BotHost().With("ConnectionStrings:Redis", redis.Setting);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        if (redis is not null)
        {
            await redis.DisposeAsync();
        }
    }

    [Fact]
    public async Task Questions_are_answered_without_what_was_said_before_and_with_it_once_Redis_is_back()
    {
        var first = Incoming.Message("tell me about OROLSI");
        await host.AskAsync(first);
        var alone = Assert.Single(await host.AskAsync(Incoming.Message("when was it set up?"))).Text;

        redis.Stop();
        Assert.Equal(alone, Assert.Single(await host.AskAsync(first.Next() with { Text = "when was it set up?" })).Text);
        await Eventually.BecomesAsync("ready\nredis", ReadyAsync);

        await redis.StartAsync();
        await Eventually.BecomesAsync("ready", ReadyAsync);
        var again = Incoming.Message("tell me about OROLSI");
        await host.AskAsync(again);
        Assert.Contains("2007", Assert.Single(await host.AskAsync(again.Next() with { Text = "when was it set up?" })).Text, StringComparison.Ordinal);
        Assert.Contains(host.Log.Entries, entry => entry.EventId == 1600);
        Assert.Contains(host.Log.Entries, entry => entry.EventId == 1601);
    }

    [Fact]
    public async Task What_a_channel_sends_again_meanwhile_is_answered_once()
    {
        redis.Stop();
        var message = Incoming.Message();

        Assert.NotEmpty(await host.AskAsync(message));
        Assert.Empty(await host.AskAsync(message));
    }

    [Fact]
    public async Task A_chat_goes_on_and_is_whole_when_Redis_is_back()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var stream = await client.ListenAsync();
        await stream.ReceiveActivitiesAsync();
        await client.SayAsync("before");
        var (_, watermark) = await stream.ReceiveActivitiesAsync();

        redis.Stop();
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("meanwhile")).Status);
        var (meanwhile, later) = await stream.ReceiveActivitiesAsync();
        Assert.Equal("meanwhile", meanwhile[0].Text("text"));
        Assert.True(long.Parse(later!, System.Globalization.CultureInfo.InvariantCulture) > long.Parse(watermark!, System.Globalization.CultureInfo.InvariantCulture));

        await redis.StartAsync();
        await Eventually.BecomesAsync("ready", ReadyAsync);
        await client.SayAsync("after");

        var (after, _) = await stream.ReceiveActivitiesAsync();
        Assert.Equal("after", after[0].Text("text"));
        await using var other = new BotHost().With("ConnectionStrings:Redis", redis.Setting);
        using var elsewhere = new DirectLineClient(other) { Token = client.Token };
        var (status, json) = await elsewhere.SendAsync(HttpMethod.Get, $"conversations/{client.ConversationId}/activities?watermark={watermark}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            meanwhile.Concat(after).Select(activity => activity.Text("id")),
            json.Activities().Select(activity => activity.Text("id")));
    }

    [Fact]
    public async Task A_host_that_starts_while_Redis_is_away_serves_and_joins_the_others_later()
    {
        redis.Stop();
        await using var late = new BotHost().With("ConnectionStrings:Redis", redis.Setting);

        Assert.NotEmpty(await late.AskAsync(Incoming.Message()));
        using (var client = await DirectLineClient.StartedAsync(late))
        {
            Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("Hello")).Status);
            Assert.Equal(3, (await client.PollAsync()).Json.Activities().Count);
        }

        await redis.StartAsync();
        var first = Incoming.Message("tell me about OROLSI");
        await Eventually.BecomesAsync("ready", () => ReadyAsync(late));
        await Eventually.BecomesAsync("ready", ReadyAsync);
        await late.AskAsync(first);
        Assert.Contains("2007", Assert.Single(await host.AskAsync(first.Next() with { Text = "when was it set up?" })).Text, StringComparison.Ordinal);
    }

    private Task<string> ReadyAsync() => ReadyAsync(host);

    // The first word of each line: whether it is ready, and what is wrong.
    private static async Task<string> ReadyAsync(BotHost host)
    {
        using var client = host.CreateClient();
        using var response = await client.GetAsync("/healthz/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', text.Split('\n').Select(line => line.Split(' ', ':')[0]));
    }
}
