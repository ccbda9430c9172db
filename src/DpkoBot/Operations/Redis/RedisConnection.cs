using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using StackExchange.Redis;

namespace DpkoBot.Operations.Redis;

/// <summary>
/// What all hosts of this bot share. It may be away at any time, the start included: whoever asks is told so at once and goes
/// on with what this host has, and when it is back, that is noticed without a restart.
/// </summary>
public sealed class RedisConnection : IDisposable
{
    /// <summary>All keys begin so.</summary>
    public const string Prefix = "dpkobot:";

    // One that hangs would cost every turn its timeout; so after a failure it is left alone for a moment.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lazy<ConnectionMultiplexer> connection;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private long failedAt;
    private int away;

    public RedisConnection(string settings, TimeProvider time, ILogger<RedisConnection> logger)
    {
        this.time = time;
        this.logger = logger;
        connection = new(() => Connect(settings));
    }

    /// <summary>Raised when it is back after it was away: what it was not told meanwhile is to be told now.</summary>
    public event Func<Task>? Returned;

    /// <summary>Raised when notices are heard again that for a while were not: some may have been missed.</summary>
    public event Action? HeardAgain;

    /// <summary>Whether it did not answer when it was last asked.</summary>
    public bool IsAway => Volatile.Read(ref away) == 1;

    public ISubscriber Subscriber => connection.Value.GetSubscriber();

    public IDatabase Database => connection.Value.GetDatabase();

    /// <summary>Reads the setting.</summary>
    /// <exception cref="ArgumentException">It is not one of Redis.</exception>
    public static ConfigurationOptions Read(string settings)
    {
        var options = ConfigurationOptions.Parse(settings);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ClientName = "dpkobot";
        options.ConnectTimeout = 2_000;
        options.AsyncTimeout = options.SyncTimeout = 2_000;
        options.ReconnectRetryPolicy = new LinearRetry(500);
        return options;
    }

    /// <summary>Asks it for something.</summary>
    public async Task<RedisAnswer<T>> AskAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        if (IsAway && time.GetElapsedTime(Volatile.Read(ref failedAt)) < Pause)
        {
            return default;
        }

        try
        {
            var value = await ask(Database);
            await NoteThereAsync();
            return new RedisAnswer<T>(true, value);
        }
        catch (Exception exception) when (IsOfRedis(exception))
        {
            NoteAway(exception);
            return default;
        }
    }

    /// <summary>Asks whether it is there, so that it is noticed when nobody else asks.</summary>
    public Task<RedisAnswer<TimeSpan>> PingAsync() => AskAsync(database => database.PingAsync());

    public void Dispose()
    {
        if (connection.IsValueCreated)
        {
            connection.Value.Dispose();
        }
    }

    /// <summary>Whether an exception says that it is away. The keys that protect what is kept there are kept there, too.</summary>
    internal static bool IsOfRedis(Exception? exception) =>
        exception is RedisException or RedisTimeoutException or ObjectDisposedException
        || (exception is CryptographicException && IsOfRedis(exception.InnerException));

    private ConnectionMultiplexer Connect(string settings)
    {
        var multiplexer = ConnectionMultiplexer.Connect(Read(settings));
        multiplexer.ConnectionRestored += (_, restored) =>
        {
            if (restored.ConnectionType == ConnectionType.Subscription)
            {
                HeardAgain?.Invoke();
            }
        };
        return multiplexer;
    }

    private void NoteAway(Exception exception)
    {
        Volatile.Write(ref failedAt, time.GetTimestamp());
        if (Interlocked.Exchange(ref away, 1) == 0)
        {
            Log.RedisAway(logger, exception.GetType().Name);
        }
    }

    private async Task NoteThereAsync()
    {
        if (Interlocked.Exchange(ref away, 0) == 0)
        {
            return;
        }

        Log.RedisReturned(logger);
        foreach (var tell in Returned?.GetInvocationList().Cast<Func<Task>>() ?? [])
        {
            await tell();
        }
    }
}

/// <summary>What Redis said.</summary>
/// <param name="Came">Whether it said anything; it may be away.</param>
/// <param name="Value">What it said.</param>
public readonly record struct RedisAnswer<T>(bool Came, [property: AllowNull] T Value);
