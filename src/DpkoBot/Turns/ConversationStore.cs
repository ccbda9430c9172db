using Microsoft.Extensions.Options;

namespace DpkoBot.Turns;

/// <summary>
/// Remembers conversations in memory: only so many, only for so long, and never with two turns of one conversation at
/// the same time. A conversation's lock lives and goes with its entry, so locks do not pile up.
/// </summary>
public sealed class ConversationStore(IOptions<ConversationOptions> options, TimeProvider time) : IConversationStore
{
    private readonly TimeSpan idle = TimeSpan.FromMinutes(options.Value.IdleMinutes);
    private readonly int capacity = options.Value.MaxConversations;
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, LinkedListNode<Entry>> entries = [];

    // The one that was quiet for longest comes first.
    private readonly LinkedList<Entry> byLastTurn = new();

    /// <summary>How many conversations are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    public Task<T> RunTurnAsync<T>(ConversationKey key, Func<Conversation, T> turn, CancellationToken cancellationToken) =>
        RunAsync(key, conversation => Task.FromResult(turn(conversation)), cancellationToken);

    /// <summary>The same for a turn that waits for something.</summary>
    public async Task<T> RunAsync<T>(ConversationKey key, Func<Conversation, Task<T>> turn, CancellationToken cancellationToken)
    {
        var entry = Enter(key);
        try
        {
            await entry.Turn.WaitAsync(cancellationToken);
            try
            {
                return await turn(entry.Conversation);
            }
            finally
            {
                entry.Turn.Release();
            }
        }
        finally
        {
            Leave(entry);
        }
    }

    private Entry Enter(ConversationKey key)
    {
        lock (gate)
        {
            RemoveIdle();
            if (entries.TryGetValue(key, out var node))
            {
                byLastTurn.Remove(node);
            }
            else
            {
                RemoveDownTo(capacity - 1);
                node = new LinkedListNode<Entry>(new Entry(key));
                entries.Add(key, node);
            }

            byLastTurn.AddLast(node);
            node.Value.LastTurn = time.GetTimestamp();
            node.Value.Users++;
            return node.Value;
        }
    }

    private void Leave(Entry entry)
    {
        lock (gate)
        {
            entry.Users--;
        }
    }

    private void RemoveIdle()
    {
        while (byLastTurn.First is { } node && node.Value.Users == 0 && time.GetElapsedTime(node.Value.LastTurn) >= idle)
        {
            Remove(node);
        }
    }

    // A conversation with a turn under way stays, or its next turn could start beside it.
    private void RemoveDownTo(int count)
    {
        for (var node = byLastTurn.First; node is not null && entries.Count > count;)
        {
            var next = node.Next;
            if (node.Value.Users == 0)
            {
                Remove(node);
            }

            node = next;
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        byLastTurn.Remove(node);
        entries.Remove(node.Value.Key);
    }

    private sealed class Entry(ConversationKey key)
    {
        public ConversationKey Key { get; } = key;

        public Conversation Conversation { get; } = new();

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>How many turns are in it or wait for it.</summary>
        public int Users { get; set; }

        public long LastTurn { get; set; }
    }
}
