using System.Diagnostics;
using System.Net;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.BotFramework.Outbound;

public sealed class ConnectorFailureTests : DeliveryTests
{
    /// <summary>Far less than what would be waited for if the limits did not hold, far more than a busy machine needs.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_429_is_heeded_and_the_reply_sent_again_when_its_time_has_come()
    {
        Connector.Answering(429, retryAfter: "2");

        await PostAsync(Incoming.Message());

        var requests = Connector.Requests;
        Assert.Equal(2, requests.Count);
        Assert.True(Stopwatch.GetElapsedTime(requests[0].At, requests[1].At) >= TimeSpan.FromSeconds(1.9));
        Assert.Equal(0, LostReplies());
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_connector_that_fails_for_a_moment_still_gets_the_reply(int status)
    {
        Connector.Answering(status);

        await PostAsync(Incoming.Message());

        Assert.Equal(2, Connector.Requests.Count);
        Assert.Equal(0, LostReplies());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task A_connector_that_refuses_is_not_asked_again(int status)
    {
        Connector.Answering(status);

        await PostAsync(Incoming.Message());

        Assert.Single(Connector.Requests);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task What_follows_a_lost_reply_is_not_sent()
    {
        Connector.Answering(403);

        await PostAsync(Incoming.Message(channelId: ChannelIds.Emulator));

        Assert.Equal("message", Assert.Single(Connector.Requests).Activity.Type);
        Assert.Contains(Host.Log.Entries, entry => entry.EventId == RepliesLost && entry.Text.Contains("Lost 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connector_that_hangs_is_given_up_and_not_sent_the_reply_twice()
    {
        Connector.Hanging();
        var started = Stopwatch.GetTimestamp();

        await PostAsync(Incoming.Message());

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(0.9), Generous);
        Assert.Single(Connector.Requests);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_connector_that_keeps_failing_does_not_hold_up_the_channel_longer_than_a_turn_may_take()
    {
        Enumerable.Range(0, 20).ToList().ForEach(_ => Connector.Answering(429, retryAfter: "1"));
        var started = Stopwatch.GetTimestamp();

        await PostAsync(Incoming.Message());

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(3), Generous);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_turns_time_is_not_waited_for()
    {
        Connector.Answering(429, retryAfter: "60");
        var started = Stopwatch.GetTimestamp();

        await PostAsync(Incoming.Message());

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Generous);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Connector.Answering(307, location: Connector.Url + "/elsewhere");

        await PostAsync(Incoming.Message());

        Assert.Single(Connector.Requests);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_connector_that_is_not_there_loses_the_reply_and_nothing_else()
    {
        using var response = await Host.PostAsync(Incoming.Message("my secret words") with { ServiceUrl = "http://127.0.0.1:1", DeliveryMode = null });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, LostReplies());
        Assert.DoesNotContain(Host.Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_greeting_that_has_nowhere_to_go_is_lost_and_nothing_else()
    {
        using var response = await Host.PostAsync(Incoming.ConversationUpdate(Incoming.User) with { DeliveryMode = null, ServiceUrl = null });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, LostReplies());
    }
}
