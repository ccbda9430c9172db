using System.Net;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;
using DpkoBot.Turns;

namespace DpkoBot.Tests.BotFramework.Outbound;

public sealed class OrderTests : DeliveryTests
{
    private const int NotReached = 1101;

    [Fact]
    public async Task The_replies_to_one_message_are_delivered_before_the_next_ones_turn_begins()
    {
        Connector.Lingering(TimeSpan.FromMilliseconds(500));
        var first = Incoming.Message("What does DPKO stand for?", ChannelIds.Emulator);
        var second = first.Next() with { Text = "hello" };

        var slow = PostAsync(first);
        await ConnectorHasAsync(1);
        await PostAsync(second);
        await slow;

        Assert.Equal([first.Id, first.Id, second.Id, second.Id], Connector.Requests.Select(request => request.Activity.ReplyToId));
        Assert.Equal(["message", "trace", "message", "trace"], Connector.Requests.Select(request => request.Activity.Type));
    }

    [Fact]
    public async Task A_message_that_comes_again_while_it_is_answered_is_answered_once()
    {
        Connector.Lingering(TimeSpan.FromMilliseconds(500));
        var message = Incoming.Message();

        var slow = PostAsync(message);
        await ConnectorHasAsync(1);
        await Task.WhenAll(PostAsync(message, HttpStatusCode.Accepted), PostAsync(message, HttpStatusCode.Accepted));
        await slow;

        Assert.Single(Connector.Requests);
    }

    [Fact]
    public async Task Another_conversation_does_not_wait()
    {
        Connector.Hanging();
        var slow = PostAsync(Incoming.Message());
        await ConnectorHasAsync(1);

        await PostAsync(Incoming.Message());

        Assert.False(slow.IsCompleted);
        await slow;
        Assert.Equal(2, Connector.Requests.Count);
    }

    [Fact]
    public async Task A_message_whose_time_passes_while_it_waits_is_refused_and_answered_when_it_comes_again()
    {
        var turn = new HeldTurn();
        await using var hurried = new BotHost().With("BotFramework:AttemptSeconds", "1").With("BotFramework:TurnSeconds", "1").Replacing<HandleTurn>(turn.HandleAsync);
        var first = Incoming.Message().Through(Connector);
        var waiting = first.Next();

        var held = hurried.PostAsync(first);
        await turn.Entered.Task;
        using (var refused = await hurried.PostAsync(waiting))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        turn.Release.SetResult();
        using var late = await held;
        using var again = await hurried.PostAsync(waiting);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains(hurried.Log.Entries, entry => entry.EventId == NotReached);
        Assert.Equal(waiting.Id, Assert.Single(Connector.Requests).Activity.ReplyToId);
    }

    [Fact]
    public async Task Replies_arrive_once_and_in_order_through_a_connector_that_fails_in_every_way_that_passes()
    {
        Connector.Answering(429, retryAfter: "1").Answering(502).Answering(502);

        await PostAsync(Incoming.Message(channelId: ChannelIds.Emulator));

        Assert.Equal(["message", "message", "message", "message", "trace"], Connector.Requests.Select(request => request.Activity.Type));
        Assert.Equal(0, LostReplies());
    }

    [Fact]
    public async Task A_connector_that_closes_the_connection_may_have_taken_the_reply_which_is_lost_and_not_sent_twice()
    {
        Connector.Closing();

        await PostAsync(Incoming.Message());

        Assert.Single(Connector.Requests);
        Assert.Equal(1, LostReplies());
    }

    private async Task ConnectorHasAsync(int count)
    {
        while (Connector.Requests.Count < count)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A bot that thinks for long about the first thing that it hears.</summary>
    private sealed class HeldTurn
    {
        public TaskCompletionSource Entered { get; } = new();

        public TaskCompletionSource Release { get; } = new();

        public async Task<TurnResult> HandleAsync(Activity activity, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await Release.Task;
            return new TurnResult([activity.CreateReply() with { Text = "at last" }]);
        }
    }
}
