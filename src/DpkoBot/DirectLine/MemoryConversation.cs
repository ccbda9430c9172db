using System.Globalization;
using DpkoBot.Activities;

namespace DpkoBot.DirectLine;

/// <summary>A conversation in this host's memory.</summary>
/// <param name="id">Its id.</param>
/// <param name="limits">What it may cost.</param>
/// <param name="time">The time.</param>
/// <param name="grew">Told by how many bytes it grew or, where negative, shrank.</param>
internal sealed class MemoryConversation(string id, ConversationLimits limits, TimeProvider time, Action<long> grew) : IDirectLineConversation
{
    // A client that got no answer sends again within seconds: the last few are enough.
    private const int PostsRemembered = 32;

    private readonly Lock gate = new();
    private readonly Queue<(long Position, byte[] Json)> remembered = new();
    private readonly Queue<(string ClientActivityId, string Id)> posted = new();
    private readonly Queue<long> arrivals = new();
    private long idsTaken;
    private long lastPosition;
    private int bytes;
    private bool ended;
    private long lastActive = time.GetTimestamp();
    private StreamConnection? connection;

    public string Id { get; } = id;

    private SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>For how long nothing has happened here, a client's signs of life included.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref lastActive));

    public async Task<IAsyncDisposable> EnterTurnAsync(CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken);
        return new Stay(Turn);
    }

    public string TakeActivityId() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id}|{Interlocked.Increment(ref idsTaken):D7}");

    public void Touch() => Volatile.Write(ref lastActive, time.GetTimestamp());

    public Task<TimeSpan> WaitForAnotherAsync()
    {
        var minute = TimeSpan.FromMinutes(1);
        lock (gate)
        {
            while (arrivals.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= minute)
            {
                arrivals.Dequeue();
            }

            if (arrivals.Count >= limits.MessagesPerMinute)
            {
                return Task.FromResult(minute - time.GetElapsedTime(arrivals.Peek()));
            }

            arrivals.Enqueue(time.GetTimestamp());
            return Task.FromResult(TimeSpan.Zero);
        }
    }

    public Task<string?> FindPostedAsync(string? clientActivityId)
    {
        lock (gate)
        {
            return Task.FromResult(clientActivityId is null ? null : posted.FirstOrDefault(post => post.ClientActivityId == clientActivityId).Id);
        }
    }

    public Task AddAsync(IReadOnlyList<Activity> activities, string? clientActivityId = null)
    {
        long growth;
        lock (gate)
        {
            Touch();
            growth = -bytes;
            var frame = new List<byte[]>();
            foreach (var activity in activities)
            {
                var json = ActivityBytes.Of(activity);
                frame.Add(json);
                Remember(activity, json);
            }

            growth += bytes;
            RememberPosted(clientActivityId, activities);
            if (frame.Count > 0)
            {
                connection?.Send(ActivitySet.Write(frame, lastPosition));
            }
        }

        // Outside the lock: it may make others be forgotten, or even this one.
        grew(growth);
        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>> ReadAfterAsync(long watermark)
    {
        lock (gate)
        {
            Touch();
            return Task.FromResult(SetAfter(watermark));
        }
    }

    public Task<StreamConnection> ConnectAsync(long watermark)
    {
        lock (gate)
        {
            Touch();
            connection?.Complete();
            connection = new StreamConnection();
            if (remembered.Any(activity => activity.Position > watermark))
            {
                connection.Send(SetAfter(watermark));
            }

            return Task.FromResult(connection);
        }
    }

    public void Disconnect(StreamConnection gone)
    {
        lock (gate)
        {
            gone.Complete();
            if (ReferenceEquals(connection, gone))
            {
                connection = null;
            }
        }
    }

    /// <summary>Lets the client go: the conversation is being forgotten.</summary>
    public void End()
    {
        long size;
        lock (gate)
        {
            connection?.Complete();
            connection = null;
            ended = true;
            remembered.Clear();
            size = bytes;
            bytes = 0;
        }

        grew(-size);
    }

    private ReadOnlyMemory<byte> SetAfter(long watermark) =>
        ActivitySet.Write(remembered.Where(activity => activity.Position > watermark).Select(activity => activity.Json), lastPosition);

    private void Remember(Activity activity, byte[] json)
    {
        if (ended || !ActivityBytes.AreKept(activity))
        {
            return;
        }

        remembered.Enqueue((++lastPosition, json));
        bytes += json.Length;
        while (remembered.Count > limits.Activities || (bytes > limits.Bytes && remembered.Count > 1))
        {
            bytes -= remembered.Dequeue().Json.Length;
        }
    }

    private void RememberPosted(string? clientActivityId, IReadOnlyList<Activity> activities)
    {
        if (clientActivityId is null || activities is not [{ Id: { } id }, ..])
        {
            return;
        }

        if (posted.Count == PostsRemembered)
        {
            posted.Dequeue();
        }

        posted.Enqueue((clientActivityId, id));
    }

    private sealed class Stay(SemaphoreSlim turn) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            turn.Release();
            return ValueTask.CompletedTask;
        }
    }
}
