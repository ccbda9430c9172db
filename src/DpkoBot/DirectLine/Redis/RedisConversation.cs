using DpkoBot.Activities;
using DpkoBot.Operations.Redis;

namespace DpkoBot.DirectLine.Redis;

/// <summary>
/// This host's end of a conversation that is in Redis. While Redis is away, what is said is sent to the client if it listens
/// here, and added to the conversation as soon as Redis is back.
/// </summary>
internal sealed class RedisConversation(string id, RedisLog log, RedisLocks locks, RedisWindows windows, RedisNotices notices, ConversationLimits limits, TimeProvider time)
    : IDirectLineConversation
{
    private const int MostWaiting = 200;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // The bot gets 15 seconds; a host that dies in a turn holds its conversation no longer than this.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly Queue<ActivityBatch> waiting = new();
    private readonly HashSet<long> sentElsewhere = [];
    private long lastUsed = time.GetTimestamp();
    private long lastTouched = time.GetTimestamp();
    private long sent;
    private StreamConnection? connection;

    public string Id { get; } = id;

    /// <summary>Whether nobody here has to do with it any more. All of it is in Redis.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return connection is null && waiting.Count == 0 && time.GetElapsedTime(lastUsed) > Minute;
            }
        }
    }

    /// <summary>Whether something that was said is not in Redis yet.</summary>
    public bool HasWaiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count > 0;
            }
        }
    }

    private SemaphoreSlim Turn { get; } = new(1, 1);

    private SemaphoreSlim Pump { get; } = new(1, 1);

    public async Task<IAsyncDisposable> EnterTurnAsync(CancellationToken cancellationToken)
    {
        Touch();
        await Turn.WaitAsync(cancellationToken);
        try
        {
            return new RedisTurn(Turn, await locks.EnterAsync("directline:" + Id, Lease, cancellationToken));
        }
        catch
        {
            Turn.Release();
            throw;
        }
    }

    public string TakeActivityId() => $"{Id}|{Guid.CreateVersion7(time.GetUtcNow()):N}";

    // Beside the limits by address and by token, which also hold without Redis.
    public async Task<TimeSpan> WaitForAnotherAsync() =>
        await windows.CountAsync("messages:" + Id, Minute) is { Came: true } answer && answer.Value.Count > limits.MessagesPerMinute
            ? answer.Value.Left
            : TimeSpan.Zero;

    public async Task<string?> FindPostedAsync(string? clientActivityId)
    {
        if (clientActivityId is null)
        {
            return null;
        }

        lock (gate)
        {
            if (waiting.FirstOrDefault(batch => batch.Name == clientActivityId) is { } batch)
            {
                return batch.ActivityId;
            }
        }

        return (await log.FindPostedAsync(Id, clientActivityId)).Value;
    }

    public async Task AddAsync(IReadOnlyList<Activity> activities, string? clientActivityId = null)
    {
        Touch();
        foreach (var passing in activities.Where(activity => !ActivityBytes.AreKept(activity)))
        {
            await notices.PassAsync(Id, ActivityBytes.Of(passing));
        }

        var kept = activities.Where(ActivityBytes.AreKept).ToList();
        if (kept.Count == 0)
        {
            return;
        }

        var batch = new ActivityBatch(Now(), [.. kept.Select(ActivityBytes.Of)], clientActivityId ?? kept[0].Id!, kept[0].Id!);
        if (await FlushAsync() && (await log.AppendAsync(Id, batch)).Came)
        {
            await notices.AddedAsync(Id);
        }
        else
        {
            Keep(batch);
        }
    }

    public async Task<ReadOnlyMemory<byte>> ReadAfterAsync(long watermark)
    {
        Touch();
        var logged = (await log.ReadAfterAsync(Id, watermark)).Value ?? [];
        lock (gate)
        {
            var all = logged.Concat(WaitingAfter(watermark)).ToList();
            return ActivitySet.Write(all.Select(activity => activity.Json), all.Count > 0 ? all[^1].Position : watermark);
        }
    }

    public async Task<StreamConnection> ConnectAsync(long watermark)
    {
        Touch();
        var opened = new StreamConnection();
        lock (gate)
        {
            connection?.Complete();
            connection = opened;
            sent = watermark;
            sentElsewhere.Clear();
        }

        await notices.ConnectedAsync(Id);
        await SendNewAsync();
        return opened;
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

    public void Touch()
    {
        Volatile.Write(ref lastUsed, time.GetTimestamp());
        if (time.GetElapsedTime(Volatile.Read(ref lastTouched)) > Minute)
        {
            Volatile.Write(ref lastTouched, time.GetTimestamp());
            _ = log.TouchAsync(Id);
        }
    }

    /// <summary>Lets the client go: it has connected elsewhere, or the conversation is being forgotten.</summary>
    public void End()
    {
        lock (gate)
        {
            connection?.Complete();
            connection = null;
        }
    }

    /// <summary>Sends what is not to be remembered.</summary>
    public void Pass(byte[] json)
    {
        lock (gate)
        {
            connection?.Send(ActivitySet.Write([json], sent));
        }
    }

    /// <summary>Sends to the client, if it listens here, what it has not got yet.</summary>
    public async Task SendNewAsync()
    {
        await Pump.WaitAsync();
        try
        {
            StreamConnection? to;
            long from;
            lock (gate)
            {
                (to, from) = (connection, sent);
            }

            if (to is not null)
            {
                var logged = (await log.ReadAfterAsync(Id, from)).Value ?? [];
                Send(to, logged);
            }
        }
        finally
        {
            Pump.Release();
        }
    }

    /// <summary>Adds to the conversation what was said while Redis was away.</summary>
    /// <returns>Whether nothing waits any more.</returns>
    public async Task<bool> FlushAsync()
    {
        if (!HasWaiting)
        {
            return true;
        }

        // What is being added is not read meanwhile: it might get a later place than the one under which it was sent.
        await Pump.WaitAsync();
        try
        {
            return await FlushWaitingAsync();
        }
        finally
        {
            Pump.Release();
        }
    }

    private async Task<bool> FlushWaitingAsync()
    {
        while (true)
        {
            ActivityBatch? next;
            lock (gate)
            {
                if (!waiting.TryPeek(out next))
                {
                    return true;
                }
            }

            var answer = await log.AppendAsync(Id, next);
            if (!answer.Came)
            {
                return false;
            }

            lock (gate)
            {
                if (waiting.TryPeek(out var first) && ReferenceEquals(first, next))
                {
                    waiting.Dequeue();
                    NoteMoved(next, answer.Value);
                }
            }
        }
    }

    private void Send(StreamConnection to, IReadOnlyList<LoggedActivity> logged)
    {
        lock (gate)
        {
            if (!ReferenceEquals(connection, to))
            {
                return;
            }

            var fresh = logged.Concat(WaitingAfter(sent)).Where(activity => activity.Position > sent && !sentElsewhere.Contains(activity.Position)).ToList();
            if (fresh.Count > 0)
            {
                sent = fresh[^1].Position;
                to.Send(ActivitySet.Write(fresh.Select(activity => activity.Json), sent));
            }
        }
    }

    private void Keep(ActivityBatch batch)
    {
        lock (gate)
        {
            // The clock may have stood still, or gone back a little.
            var after = Math.Max(sent, waiting.Count > 0 ? waiting.Max(other => other.Position + other.Json.Count - 1) : 0);
            batch = batch with { Position = Math.Max(batch.Position, after + 1) };
            if (waiting.Count == MostWaiting)
            {
                waiting.Dequeue();
            }

            waiting.Enqueue(batch);
            if (connection is { } here)
            {
                sent = batch.Position + batch.Json.Count - 1;
                here.Send(ActivitySet.Write(batch.Json, sent));
            }
        }
    }

    // Where another host was first, the batch has got a later place than the one under which the client here has seen it.
    private void NoteMoved(ActivityBatch batch, long lastPosition)
    {
        var moved = lastPosition - (batch.Position + batch.Json.Count - 1);
        if (lastPosition > 0 && moved > 0 && connection is not null)
        {
            sentElsewhere.UnionWith(Enumerable.Range(0, batch.Json.Count).Select(index => lastPosition - index));
        }
    }

    private IEnumerable<LoggedActivity> WaitingAfter(long watermark) => waiting
        .SelectMany(batch => batch.Json.Select((json, index) => new LoggedActivity(batch.Position + index, json)))
        .Where(activity => activity.Position > watermark);

    private long Now() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
