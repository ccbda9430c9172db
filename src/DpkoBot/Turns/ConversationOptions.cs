namespace DpkoBot.Turns;

/// <summary>The section <c>Conversation</c> of the settings.</summary>
public sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>A conversation is forgotten after so many minutes without a turn.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>So many conversations are remembered; beyond it, the one that was quiet for longest is forgotten.</summary>
    public int MaxConversations { get; set; } = 10_000;
}
