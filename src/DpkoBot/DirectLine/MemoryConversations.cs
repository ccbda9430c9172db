namespace DpkoBot.DirectLine;

/// <summary>The conversations in memory, as many and for as long as the limits allow.</summary>
internal sealed class MemoryConversations(ConversationLimits limits, TimeProvider time) : IDirectLineConversations
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, MemoryConversation> conversations = [];
    private long bytes;

    public Task<IDirectLineConversation?> FindAsync(string id)
    {
        lock (gate)
        {
            return Task.FromResult<IDirectLineConversation?>(conversations.TryGetValue(id, out var conversation) && !IsOver(conversation) ? conversation : null);
        }
    }

    public Task<(IDirectLineConversation Conversation, bool IsNew)> FindOrStartAsync(string id)
    {
        lock (gate)
        {
            if (conversations.TryGetValue(id, out var known) && !IsOver(known))
            {
                return Task.FromResult<(IDirectLineConversation, bool)>((known, false));
            }

            ForgetSilent(limits.Conversations - 1);
            var conversation = new MemoryConversation(id, limits, time, Count);
            conversations[id] = conversation;
            return Task.FromResult<(IDirectLineConversation, bool)>((conversation, true));
        }
    }

    public Task RemoveAsync(IDirectLineConversation conversation)
    {
        lock (gate)
        {
            Forget((MemoryConversation)conversation);
        }

        return Task.CompletedTask;
    }

    private void Count(long growth)
    {
        if (Interlocked.Add(ref bytes, growth) > limits.TotalBytes && growth > 0)
        {
            lock (gate)
            {
                // Some more than must be, so that not each message has to look through them all.
                while (Volatile.Read(ref bytes) > limits.TotalBytes * 9 / 10 && conversations.Count > 1)
                {
                    Forget(MostSilent());
                }
            }
        }
    }

    private void ForgetSilent(int mostLeft)
    {
        foreach (var over in conversations.Values.Where(IsOver).ToList())
        {
            Forget(over);
        }

        while (conversations.Count > mostLeft)
        {
            Forget(MostSilent());
        }
    }

    private MemoryConversation MostSilent() => conversations.Values.MaxBy(conversation => conversation.Silence)!;

    private void Forget(MemoryConversation conversation)
    {
        conversations.Remove(conversation.Id);
        conversation.End();
    }

    private bool IsOver(MemoryConversation conversation) => conversation.Silence >= limits.Idle;
}
