namespace DpkoBot.Core.Conversation;

/// <summary>
/// What the bot remembers of a conversation so that a follow-up can lean on it. Small, bounded and serializable with
/// System.Text.Json; holds ids of the knowledge, never a user's text.
/// </summary>
public sealed record ConversationState
{
    /// <summary>A conversation in which nothing has been said.</summary>
    public static ConversationState Empty { get; } = new();
}
