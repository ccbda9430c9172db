using System.Net;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.BotFramework;
using DpkoBot.BotFramework.Outbound;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Activity = DpkoBot.Activities.Activity;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace DpkoBot.Tests.BotFramework.Outbound;

public sealed class ReplyDeliveryTests : DeliveryTests
{
    [Fact]
    public async Task A_reply_is_posted_to_the_activity_that_it_answers_with_its_ids_escaped()
    {
        var question = Incoming.Message() with { Id = "a/b c", Conversation = new ConversationAccount { Id = "19:x@thread.tacv2;messageid=1|livechat" } };

        await PostAsync(question);

        var request = Assert.Single(Connector.Requests);
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

        Assert.Equal("/v3/conversations/c/activities", Assert.Single(Connector.Requests).Target);
    }

    [Theory]
    [InlineData("/_connector", "/_connector/v3/")]
    [InlineData("/emea/", "/emea/v3/")]
    [InlineData("/amer/tenant?x=1", "/amer/tenant/v3/")]
    public async Task The_service_URL_may_have_a_path(string path, string expected)
    {
        using var response = await Host.PostAsync(Incoming.Message() with { ServiceUrl = Connector.Url + path, DeliveryMode = null });

        Assert.StartsWith(expected, Assert.Single(Connector.Requests).Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conversation with\r\nan injected: header")]
    [InlineData("беседа")]
    public async Task A_conversation_id_of_any_characters_does_no_harm_in_the_header(string id)
    {
        await PostAsync(Incoming.Message() with { Conversation = new ConversationAccount { Id = id } });

        Assert.Equal(Uri.EscapeDataString(id), Assert.Single(Connector.Requests).ConversationHeader);
    }

    [Fact]
    public async Task The_replies_of_a_turn_arrive_in_order_even_when_the_first_has_to_be_sent_again()
    {
        Connector.Answering(503, retryAfter: "0").Answering(502);

        await PostAsync(Incoming.Message(channelId: ChannelIds.Emulator));

        Assert.Equal(["message", "message", "message", "trace"], Connector.Requests.Select(request => request.Activity.Type));
        Assert.Equal(0, LostReplies());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task An_empty_answer_of_success_is_one(int status)
    {
        Connector.Answering(status);

        await PostAsync(Incoming.Message());

        Assert.Single(Connector.Requests);
        Assert.Equal(0, LostReplies());
    }

    [Theory]
    [InlineData(201)]
    [InlineData(429)]
    [InlineData(403)]
    public async Task Whose_conversation_it_is_stays_out_of_the_log(int status)
    {
        Connector.Answering(status);

        await PostAsync(Incoming.Message() with { Conversation = new ConversationAccount { Id = "secret-conversation" } });

        Assert.DoesNotContain(Host.Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_delivered_once()
    {
        var question = Incoming.Message();

        await PostAsync(question);
        await PostAsync(question, HttpStatusCode.Accepted);

        Assert.Single(Connector.Requests);
    }

    [Fact]
    public async Task A_delay_waits_and_a_trace_goes_to_the_Emulator_alone()
    {
        var question = Incoming.Message().Through(Connector);
        Activity[] replies =
        [
            question.CreateReply() with { Text = "one" },
            question.CreateReply(ActivityTypes.Trace),
            question.CreateReply(ActivityTypes.Delay) with { Value = JsonSerializer.SerializeToElement(400) },
            question.CreateReply() with { Text = "two" },
        ];

        await Host.Services.GetRequiredService<ReplyDelivery>().DeliverAsync([.. replies], TestContext.Current.CancellationToken);

        var requests = Connector.Requests;
        Assert.Equal(["one", "two"], requests.Select(request => request.Activity.Text));
        Assert.True(Stopwatch.GetElapsedTime(requests[0].At, requests[1].At) >= TimeSpan.FromMilliseconds(380));
    }
}
