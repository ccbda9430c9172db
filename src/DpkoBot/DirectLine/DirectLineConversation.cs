using System.Globalization;
using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.DirectLine;

/// <summary>
/// One conversation: its latest activities in their order, and the one client that listens. Turns are taken one after
/// another (<see cref="Turn"/>), so that question and answer stay together however fast somebody types.
/// </summary>
internal sealed class DirectLineConversation(string id, ConversationLimits limits, TimeProvider time)
{
    private const string Typing = "typing";

    // A client that got no answer sends again within seconds: the last few are enough.
    private const int PostsRemembered = 32;

    private readonly Lock gate = new();
    private readonly Queue<(long Position, byte[] Json)> remembered = new();
    private readonly Queue<(string ClientActivityId, string Id)> posted = new();
    private readonly Queue<long> arrivals = new();
    private long idsTaken;
    private long lastPosition;
    private int bytes;
    private long lastActive = time.GetTimestamp();
    private StreamConnection? connection;

    public string Id { get; } = id;

    /// <summary>Whoever takes a turn holds it.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>For how long nothing has happened here, a client's signs of life included.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref lastActive));

    /// <summary>An id for an activity of this conversation that no other one ever had or will have.</summary>
    public string TakeActivityId() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id}|{Interlocked.Increment(ref idsTaken):D7}");

    public void Touch() => Volatile.Write(ref lastActive, time.GetTimestamp());

    /// <summary>How long to wait until one more activity may come; none at all, and then it is counted.</summary>
    public TimeSpan WaitForAnother()
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
                return minute - time.GetElapsedTime(arrivals.Peek());
            }

            arrivals.Enqueue(time.GetTimestamp());
            return TimeSpan.Zero;
        }
    }

    /// <summary>The id under which an activity was taken that the client numbered so. Only who holds the turn may ask.</summary>
    public string? FindPosted(string? clientActivityId) =>
        clientActivityId is null ? null : posted.FirstOrDefault(post => post.ClientActivityId == clientActivityId).Id;

    /// <summary>Remembers an activity that was taken. Only who holds the turn may do it.</summary>
    public void RememberPosted(string? clientActivityId, string id)
    {
        if (clientActivityId is null)
        {
            return;
        }

        if (posted.Count == PostsRemembered)
        {
            posted.Dequeue();
        }

        posted.Enqueue((clientActivityId, id));
    }

    /// <summary>Remembers the activities and sends them to the client, in one frame.</summary>
    public void Add(IEnumerable<Activity> activities)
    {
        lock (gate)
        {
            Touch();
            var frame = new List<byte[]>();
            foreach (var activity in activities)
            {
                var json = Serialize(activity);
                frame.Add(json);
                Remember(activity, json);
            }

            if (frame.Count > 0)
            {
                connection?.Send(ActivitySet.Write(frame, lastPosition));
            }
        }
    }

    /// <summary>What came after the activity at this position, as far as it is remembered.</summary>
    public ReadOnlyMemory<byte> ReadAfter(long watermark)
    {
        lock (gate)
        {
            Touch();
            return SetAfter(watermark);
        }
    }

    /// <summary>
    /// Sends to this client from now on, beginning with what came after <paramref name="watermark"/>. It takes the place
    /// of the one before: that is most often a line that went dead unnoticed.
    /// </summary>
    public StreamConnection Connect(long watermark)
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

            return connection;
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
        lock (gate)
        {
            connection?.Complete();
            connection = null;
        }
    }

    public static byte[] Serialize(Activity activity) =>
        JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity);

    private ReadOnlyMemory<byte> SetAfter(long watermark) =>
        ActivitySet.Write(remembered.Where(activity => activity.Position > watermark).Select(activity => activity.Json), lastPosition);

    private void Remember(Activity activity, byte[] json)
    {
        if (activity.Type == Typing)
        {
            // Of interest now or never: it goes over the WebSocket and is not kept for anybody who asks later.
            return;
        }

        remembered.Enqueue((++lastPosition, json));
        bytes += json.Length;
        while (remembered.Count > limits.Activities || (bytes > limits.Bytes && remembered.Count > 1))
        {
            bytes -= remembered.Dequeue().Json.Length;
        }
    }
}
