namespace DpkoBot.DirectLine;

/// <summary>What the conversations held in memory may cost, so that nobody can fill the machine by talking.</summary>
/// <param name="Conversations">The most that are held at once; the one that was silent longest makes room.</param>
/// <param name="Activities">The most that a conversation remembers; the oldest go first.</param>
/// <param name="Bytes">The most that a conversation's remembered activities take as JSON; the oldest go first.</param>
/// <param name="Idle">After this much silence, with no page connected, a conversation is forgotten.</param>
/// <param name="MessagesPerMinute">So many activities a conversation may send in a minute.</param>
internal sealed record ConversationLimits(int Conversations, int Activities, int Bytes, TimeSpan Idle, int MessagesPerMinute)
{
    /// <summary>The most that all conversations together remember, as JSON; those that were silent longest make room.</summary>
    public long TotalBytes { get; init; } = 256_000_000;

    /// <summary>The most WebSockets that are open at once; further ones are refused with 503.</summary>
    public int Sockets { get; init; } = 10_000;

    public static ConversationLimits Default { get; } = new(5_000, 1_000, 1_000_000, TimeSpan.FromHours(12), 60);
}
