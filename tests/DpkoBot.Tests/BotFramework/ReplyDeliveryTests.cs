using System.Net;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.BotFramework;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Activity = DpkoBot.Activities.Activity;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace DpkoBot.Tests.BotFramework;

public sealed class ReplyDeliveryTests : IAsyncLifetime
{
    private const int RepliesLost = 1100;

    private readonly BotHost host = new BotHost().With("BotFramework:AttemptSeconds", "1").With("BotFramework:TurnSeconds", "4");
    private RecordingConnector connector = null!;

    public async ValueTask InitializeAsync() => connector = await RecordingConnector.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_is_posted_to_the_activity_that_it_answers_with_its_ids_escaped()
    {
        var question = Incoming.Message() with { Id = "a/b c", Conversation = new ConversationAccount { Id = "19:x@thread.tacv2;messageid=1|livechat" } };

        await PostAsync(question);

        var request = Assert.Single(connector.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1%7Clivechat/activities/a%2Fb%20c", request.Target);
        Assert.Equal("19:x@thread.tacv2;messageid=1|livechat", request.ConversationHeader);
        Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal);
        Assert.Equal((null, "a/b c", Incoming.Bot, Incoming.User), (request.Activity.Id, request.Activity.ReplyToId, request.Activity.From, request.Activity.Recipient));
    }

    [Fact]
    public async Task A_reply_to_an_activity_without_an_id_is_posted_to_the_conversation()
    {
        await PostAsync(Incoming.Message() with { Id = null, Conversation = new ConversationAccount { Id = "c" } });

        Assert.Equal("/v3/conversations/c/activities", Assert.Single(connector.Requests).Target);
    }

    [Theory]
    [InlineData("/_connector", "/_connector/v3/")]
    [InlineData("/emea/", "/emea/v3/")]
    [InlineData("/amer/tenant?x=1", "/amer/tenant/v3/")]
    public async Task The_service_URL_may_have_a_path(string path, string expected)
    {
        using var response = await host.PostAsync(Incoming.Message() with { ServiceUrl = connector.Url + path, DeliveryMode = null });

        Assert.StartsWith(expected, Assert.Single(connector.Requests).Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conversation with\r\nan injected: header")]
    [InlineData("беседа")]
    public async Task A_conversation_id_of_any_characters_does_no_harm_in_the_header(string id)
    {
        await PostAsync(Incoming.Message() with { Conversation = new ConversationAccount { Id = id } });

        Assert.Equal(Uri.EscapeDataString(id), Assert.Single(connector.Requests).ConversationHeader);
    }

    [Fact]
    public async Task The_replies_of_a_turn_arrive_in_order_even_when_the_first_has_to_be_sent_again()
    {
        connector.Answering(503, retryAfter: "0").Answering(502);

        await PostAsync(Incoming.Message(channelId: ChannelIds.Emulator));

        Assert.Equal(["message", "message", "message", "trace"], connector.Requests.Select(request => request.Activity.Type));
        Assert.Equal(0, LostReplies());
    }

    [Fact]
    public async Task A_429_is_heeded_and_the_reply_sent_again_when_its_time_has_come()
    {
        connector.Answering(429, retryAfter: "2");

        await PostAsync(Incoming.Message());

        var requests = connector.Requests;
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
        connector.Answering(status);

        await PostAsync(Incoming.Message());

        Assert.Equal(2, connector.Requests.Count);
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
        connector.Answering(status);

        await PostAsync(Incoming.Message());

        Assert.Single(connector.Requests);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task What_follows_a_lost_reply_is_not_sent()
    {
        connector.Answering(403);

        await PostAsync(Incoming.Message(channelId: ChannelIds.Emulator));

        Assert.Equal("message", Assert.Single(connector.Requests).Activity.Type);
        Assert.Contains(host.Log.Entries, entry => entry.EventId == RepliesLost && entry.Text.Contains("Lost 2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task An_empty_answer_of_success_is_one(int status)
    {
        connector.Answering(status);

        await PostAsync(Incoming.Message());

        Assert.Single(connector.Requests);
        Assert.Equal(0, LostReplies());
    }

    [Fact]
    public async Task A_connector_that_hangs_is_given_up_and_not_sent_the_reply_twice()
    {
        connector.Hanging();
        var started = Stopwatch.GetTimestamp();

        await PostAsync(Incoming.Message());

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(3.5));
        Assert.Single(connector.Requests);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_connector_that_keeps_failing_does_not_hold_up_the_channel_longer_than_a_turn_may_take()
    {
        Enumerable.Range(0, 20).ToList().ForEach(_ => connector.Answering(429, retryAfter: "1"));
        var started = Stopwatch.GetTimestamp();

        await PostAsync(Incoming.Message());

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6));
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_turns_time_is_not_waited_for()
    {
        connector.Answering(429, retryAfter: "60");
        var started = Stopwatch.GetTimestamp();

        await PostAsync(Incoming.Message());

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        connector.Answering(307, location: connector.Url + "/elsewhere");

        await PostAsync(Incoming.Message());

        Assert.Single(connector.Requests);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task A_connector_that_is_not_there_loses_the_reply_and_nothing_else()
    {
        using var response = await host.PostAsync(Incoming.Message("my secret words") with { ServiceUrl = "http://127.0.0.1:1", DeliveryMode = null });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, LostReplies());
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_greeting_that_has_nowhere_to_go_is_lost_and_nothing_else()
    {
        using var response = await host.PostAsync(Incoming.ConversationUpdate(Incoming.User) with { DeliveryMode = null });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, LostReplies());
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_delivered_once()
    {
        var question = Incoming.Message();

        await PostAsync(question);
        await PostAsync(question, HttpStatusCode.Accepted);

        Assert.Single(connector.Requests);
    }

    [Fact]
    public async Task A_delay_waits_and_a_trace_goes_to_the_Emulator_alone()
    {
        var question = Incoming.Message().Through(connector);
        Activity[] replies =
        [
            question.CreateReply() with { Text = "one" },
            question.CreateReply(ActivityTypes.Trace),
            question.CreateReply(ActivityTypes.Delay) with { Value = JsonSerializer.SerializeToElement(400) },
            question.CreateReply() with { Text = "two" },
        ];

        await host.Services.GetRequiredService<ReplyDelivery>().DeliverAsync([.. replies]);

        var requests = connector.Requests;
        Assert.Equal(["one", "two"], requests.Select(request => request.Activity.Text));
        Assert.True(Stopwatch.GetElapsedTime(requests[0].At, requests[1].At) >= TimeSpan.FromMilliseconds(380));
    }

    private async Task PostAsync(Activity activity, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await host.PostAsync(activity.Through(connector));
        Assert.Equal(expected, response.StatusCode);
    }

    private int LostReplies() => host.Log.Entries.Count(entry => entry is { EventId: RepliesLost, Level: LogLevel.Error });
}
