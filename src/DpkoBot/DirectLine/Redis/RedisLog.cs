using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DpkoBot.Operations.Redis;
using StackExchange.Redis;

namespace DpkoBot.DirectLine.Redis;

/// <summary>An activity in its place.</summary>
/// <param name="Position">Microseconds since 1970, or one more than the one before where that is more.</param>
/// <param name="Json">The activity.</param>
internal readonly record struct LoggedActivity(long Position, byte[] Json);

/// <summary>Activities that are added together, or not at all.</summary>
/// <param name="Position">Where the first one's place is, unless something came there or later.</param>
/// <param name="Json">The activities.</param>
/// <param name="Name">What tells this batch from every other, so that it is added once however often it is tried.</param>
/// <param name="ActivityId">The first one's id.</param>
internal sealed record ActivityBatch(long Position, IReadOnlyList<byte[]> Json, string Name, string ActivityId);

/// <summary>The conversations' activities as Redis Streams, one a conversation, protected, bounded and with an end.</summary>
internal sealed class RedisLog(RedisConnection redis, RedisProtection protection, ConversationLimits limits)
{
    // A client that got no answer sends again within seconds.
    private static readonly TimeSpan PostsRemembered = TimeSpan.FromMinutes(10);

    // All that belongs together happens together, whatever other hosts do and whenever this one dies.
    private const string AppendScript = """
        if not redis.call('SET', KEYS[3], ARGV[5], 'NX', 'PX', ARGV[6]) then return '0' end
        local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
        local position = tonumber(ARGV[1])
        if #last > 0 then position = math.max(position, tonumber(string.match(last[1][1], '^%d+')) + 1) end
        local total = redis.call('HINCRBY', KEYS[2], 'bytes', 0)
        for i = 7, #ARGV do
          redis.call('XADD', KEYS[1], string.format('%.0f-1', position), 'a', ARGV[i])
          position = position + 1
          total = redis.call('HINCRBY', KEYS[2], 'bytes', #ARGV[i])
        end
        local length = redis.call('XLEN', KEYS[1])
        while length > 1 and (length > tonumber(ARGV[3]) or total > tonumber(ARGV[4])) do
          local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
          redis.call('XDEL', KEYS[1], first[1])
          total = redis.call('HINCRBY', KEYS[2], 'bytes', -#first[2][2])
          length = length - 1
        end
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        redis.call('PEXPIRE', KEYS[2], ARGV[2])
        return string.format('%.0f', position - 1)
        """;

    private const string StartScript = """
        local isNew = redis.call('HSETNX', KEYS[1], 'started', 1)
        redis.call('PEXPIRE', KEYS[1], ARGV[1])
        return isNew
        """;

    private long Idle => (long)limits.Idle.TotalMilliseconds;

    /// <returns>Whether the conversation is new.</returns>
    public Task<RedisAnswer<bool>> StartAsync(string id) =>
        redis.AskAsync(async database => (bool)await database.ScriptEvaluateAsync(StartScript, [About(id)], [Idle]));

    public Task<RedisAnswer<bool>> ExistsAsync(string id) => redis.AskAsync(database => database.KeyExistsAsync(About(id)));

    /// <returns>The last one's position; 0 where the batch had been added before.</returns>
    public Task<RedisAnswer<long>> AppendAsync(string id, ActivityBatch batch) => redis.AskAsync(async database =>
    {
        RedisValue[] arguments =
        [
            batch.Position, Idle, limits.Activities, limits.Bytes, batch.ActivityId, (long)PostsRemembered.TotalMilliseconds,
            .. batch.Json.Select(json => (RedisValue)protection.Protect(json)),
        ];
        var position = (string)(await database.ScriptEvaluateAsync(AppendScript, [Log(id), About(id), Post(id, batch.Name)], arguments))!;
        return long.Parse(position, CultureInfo.InvariantCulture);
    });

    public Task<RedisAnswer<string?>> FindPostedAsync(string id, string name) =>
        redis.AskAsync(async database => (string?)await database.StringGetAsync(Post(id, name)));

    public Task<RedisAnswer<IReadOnlyList<LoggedActivity>>> ReadAfterAsync(string id, long watermark) => redis.AskAsync<IReadOnlyList<LoggedActivity>>(async database =>
    {
        var entries = await database.StreamRangeAsync(Log(id), string.Create(CultureInfo.InvariantCulture, $"{watermark + 1}"));
        return
        [
            .. entries
                .Select(entry => (Position: PositionOf(entry), Json: protection.Unprotect((byte[])entry.Values[0].Value!)))
                .Where(entry => entry.Json is not null)
                .Select(entry => new LoggedActivity(entry.Position, entry.Json!)),
        ];
    });

    /// <summary>Puts the end off.</summary>
    public Task TouchAsync(string id) => redis.AskAsync(async database =>
        await database.KeyExpireAsync(Log(id), limits.Idle) | await database.KeyExpireAsync(About(id), limits.Idle));

    public Task RemoveAsync(string id) => redis.AskAsync(database => database.KeyDeleteAsync([Log(id), About(id)]));

    private static long PositionOf(StreamEntry entry) => long.Parse(((string)entry.Id!).Split('-')[0], CultureInfo.InvariantCulture);

    // The braces keep what belongs together on one node of a cluster.
    private static RedisKey Log(string id) => $"{RedisConnection.Prefix}directline:{{{id}}}:log";

    private static RedisKey About(string id) => $"{RedisConnection.Prefix}directline:{{{id}}}:about";

    private static RedisKey Post(string id, string name) =>
        $"{RedisConnection.Prefix}directline:{{{id}}}:post:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12))}";
}
