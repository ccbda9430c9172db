namespace DpkoBot.Operations.Redis;

/// <summary>Counts in windows of time that all hosts share.</summary>
internal sealed class RedisWindows(RedisConnection redis)
{
    // A counter without an end would refuse for ever; so the end is set together with the first count.
    private const string Script = """
        local count = redis.call('INCR', KEYS[1])
        if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
        return { count, redis.call('PTTL', KEYS[1]) }
        """;

    /// <summary>Counts one more.</summary>
    /// <returns>Which one in its window this is, and when the window ends.</returns>
    public Task<RedisAnswer<(long Count, TimeSpan Left)>> CountAsync(string name, TimeSpan window) => redis.AskAsync(async database =>
    {
        var values = (long[])(await database.ScriptEvaluateAsync(
            Script, [RedisConnection.Prefix + "count:" + name], [(long)window.TotalMilliseconds]))!;
        return (values[0], TimeSpan.FromMilliseconds(Math.Max(1, values[1])));
    });
}
