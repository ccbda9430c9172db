using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DpkoBot.Operations.Redis;
using StackExchange.Redis;

namespace DpkoBot.Operations.Privacy;

/// <summary>
/// What stands in Redis for a channel's ids, which can lead to a person: a hash with a key that is another one each day. A day
/// later the key is gone, and nobody can tell any more whose the hash was.
/// </summary>
public sealed class IdHashes
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<long, byte[]> keys = new();
    private readonly RedisConnection redis;
    private readonly TimeProvider time;

    public IdHashes(RedisConnection redis, TimeProvider time)
    {
        (this.redis, this.time) = (redis, time);
        // A Redis that keeps nothing on disk comes back without them.
        redis.Returned += () => Task.WhenAll(keys.Select(key => AgreeAsync(key.Key, key.Value)));
    }

    /// <returns>The hash of today; null where Redis, which has the key, is away.</returns>
    public Task<string?> OfAsync(string id) => HashAsync(id, Today);

    /// <returns>The hash that was the id's until midnight.</returns>
    public Task<string?> OfYesterdayAsync(string id) => HashAsync(id, Today - 1);

    private long Today => time.GetUtcNow().ToUnixTimeSeconds() / (24 * 60 * 60);

    private async Task<string?> HashAsync(string id, long day)
    {
        if (!keys.TryGetValue(day, out var key))
        {
            if (await LoadAsync(day) is not { Came: true } loaded)
            {
                return null;
            }

            key = keys.GetOrAdd(day, loaded.Value);
            foreach (var past in keys.Keys.Where(known => known < day - 1))
            {
                keys.TryRemove(past, out _);
            }
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
    }

    private Task<RedisAnswer<byte[]>> LoadAsync(long day) => AgreeAsync(day, RandomNumberGenerator.GetBytes(32));

    private Task<RedisAnswer<byte[]>> AgreeAsync(long day, byte[] mine) => redis.AskAsync(async database =>
    {
        RedisKey name = string.Create(CultureInfo.InvariantCulture, $"{RedisConnection.Prefix}id-key:{day}");
        // Whichever host comes first decides.
        await database.StringSetAsync(name, mine, Lifetime, When.NotExists);
        return (byte[])(await database.StringGetAsync(name))!;
    });
}
