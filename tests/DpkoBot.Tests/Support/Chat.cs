using DpkoBot.Core.Conversation;

namespace DpkoBot.Tests.Support;

/// <summary>A conversation with the bot's own knowledge, without any channel.</summary>
internal sealed class Chat
{
    private ConversationState state = ConversationState.Empty;

    public ConversationState State => state;

    /// <summary>Says something and gives the reply.</summary>
    public BotReply Say(string text)
    {
        var result = TrainedEngines.Default.Answer(text, "en", state);
        state = result.State;
        return result.Reply;
    }

    /// <summary>Says several things, one after the other, and gives the last reply.</summary>
    public static BotReply Ask(params ReadOnlySpan<string> texts)
    {
        var chat = new Chat();
        BotReply reply = null!;
        foreach (var text in texts)
        {
            reply = chat.Say(text);
        }

        return reply;
    }
}
