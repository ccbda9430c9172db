namespace DpkoBot.Turns;

/// <summary>Remembers conversations: in this host, or for all hosts that share a Redis.</summary>
public interface IConversationStore
{
    /// <summary>Runs a turn once those before it in the same conversation are done.</summary>
    Task<T> RunTurnAsync<T>(ConversationKey key, Func<Conversation, T> turn, CancellationToken cancellationToken);
}
