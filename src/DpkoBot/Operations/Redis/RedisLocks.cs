using System.Security.Cryptography;
using StackExchange.Redis;

namespace DpkoBot.Operations.Redis;

/// <summary>Locks that hold across hosts. A host that dies in the middle loses its lock after a while.</summary>
public sealed class RedisLocks(RedisConnection redis, TimeProvider time)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits for a lock.</summary>
    /// <param name="name">What is locked.</param>
    /// <param name="lease">After so long it is free, even if nobody lets it go.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What lets it go; null where Redis is away, so that nothing could be locked.</returns>
    public async Task<IAsyncDisposable?> EnterAsync(string name, TimeSpan lease, CancellationToken cancellationToken)
    {
        var key = RedisConnection.Prefix + "lock:" + name;
        var holder = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        while (true)
        {
            var answer = await redis.AskAsync(database => database.LockTakeAsync(key, holder, lease));
            if (!answer.Came)
            {
                return null;
            }

            if (answer.Value)
            {
                return new Hold(redis, key, holder);
            }

            // Not all at the same moment.
            await Task.Delay(ShortestWait * (1 + (RandomNumberGenerator.GetInt32(300) / 100.0)), time, cancellationToken);
        }
    }

    private sealed class Hold(RedisConnection redis, RedisKey key, RedisValue holder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await redis.AskAsync(database => database.LockReleaseAsync(key, holder));
    }
}
