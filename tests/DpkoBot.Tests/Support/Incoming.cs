using DpkoBot.Activities;

namespace DpkoBot.Tests.Support;

/// <summary>Activities as channels send them, each in a conversation of its own.</summary>
internal static class Incoming
{
    public static readonly ChannelAccount User = new() { Id = "user-1", Name = "Ada" };
    public static readonly ChannelAccount Bot = new() { Id = "bot-1", Name = "DpkoBot" };

    public static Activity Message(string? text = "What does DPKO stand for?", string channelId = ChannelIds.WebChat) =>
        Of(ActivityTypes.Message, channelId) with { Text = text, Locale = "en-GB" };

    public static Activity ConversationUpdate(params ChannelAccount[] added) =>
        Of(ActivityTypes.ConversationUpdate, ChannelIds.Emulator) with { MembersAdded = added };

    public static Activity Of(string type, string channelId = ChannelIds.Emulator) => new()
    {
        Type = type,
        Id = Guid.NewGuid().ToString(),
        ChannelId = channelId,
        ServiceUrl = "https://webchat.botframework.com/",
        From = User,
        Recipient = Bot,
        Conversation = new ConversationAccount { Id = Guid.NewGuid().ToString() },
        DeliveryMode = DeliveryModes.ExpectReplies,
    };

    /// <summary>The same, with replies to be delivered through a connector.</summary>
    public static Activity Through(this Activity activity, RecordingConnector connector) =>
        activity with { ServiceUrl = connector.Url, DeliveryMode = null };

    /// <summary>Another activity in the same conversation.</summary>
    public static Activity Next(this Activity activity) => activity with { Id = Guid.NewGuid().ToString() };
}
