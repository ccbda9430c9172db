using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Activities;

public class CreateReplyTests
{
    private static readonly Activity Incoming = new()
    {
        Type = "message",
        Id = "in-1",
        ChannelId = "emulator",
        ServiceUrl = "http://localhost:5000",
        From = Support.Incoming.User,
        Recipient = Support.Incoming.Bot,
        Conversation = new ConversationAccount { Id = "c", TenantId = "t" },
        Locale = "fr-FR",
        Text = "hi",
        DeliveryMode = "expectReplies",
    };

    [Fact]
    public void A_reply_goes_from_the_bot_to_the_user()
    {
        var reply = Incoming.CreateReply();

        Assert.Equal(Support.Incoming.Bot, reply.From);
        Assert.Equal(Support.Incoming.User, reply.Recipient);
    }

    [Fact]
    public void A_reply_stays_where_the_activity_came_from()
    {
        var reply = Incoming.CreateReply();

        Assert.Equal(
            ("emulator", "http://localhost:5000", Incoming.Conversation, "fr-FR", "in-1"),
            (reply.ChannelId, reply.ServiceUrl, reply.Conversation, reply.Locale, reply.ReplyToId));
    }

    [Fact]
    public void A_reply_has_no_id_and_nothing_of_what_was_said()
    {
        var reply = Incoming.CreateReply(ActivityTypes.Trace);

        Assert.Equal((ActivityTypes.Trace, null, null, null), (reply.Type, reply.Id, reply.Text, reply.DeliveryMode));
    }
}
