using DpkoBot.Operations.Redis;
using StackExchange.Redis;

namespace DpkoBot.DirectLine.Redis;

/// <summary>Makes all hosts sign tokens with one key: that of whichever came first.</summary>
internal sealed class RedisTokenKey(RedisConnection redis, RedisProtection protection, TokenKey key) : IHostedService
{
    private const string Name = RedisConnection.Prefix + "token-key";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        redis.Returned += AgreeAsync;
        return AgreeAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        redis.Returned -= AgreeAsync;
        return Task.CompletedTask;
    }

    private async Task AgreeAsync()
    {
        var answer = await redis.AskAsync(async database =>
        {
            var mine = protection.Protect(key.Bytes);
            await database.StringSetAsync(Name, mine, when: When.NotExists);
            if (protection.Unprotect((byte[])(await database.StringGetAsync(Name))!) is { } agreed)
            {
                return agreed;
            }

            // The keys that it was protected with are lost, and with them every token.
            await database.StringSetAsync(Name, mine);
            return key.Bytes;
        });
        if (answer.Came)
        {
            key.Use(answer.Value);
        }
    }
}
