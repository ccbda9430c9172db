using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;

namespace DpkoBot.Operations.Redis;

/// <summary>
/// The keys of Data Protection, in Redis for all hosts. A Redis that keeps nothing on disk comes back without them, and then
/// gets them from the hosts that know them; or else nobody could read any more what one of them wrote.
/// </summary>
internal sealed class RedisKeyRing(RedisConnection redis) : IXmlRepository, IHostedService
{
    private const string Name = RedisConnection.Prefix + "keys";

    private readonly RedisXmlRepository repository = new(() => redis.Database, Name);
    private readonly Lock gate = new();
    private IReadOnlyCollection<XElement> known = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var all = repository.GetAllElements();
        lock (gate)
        {
            known = all;
        }

        return all;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        repository.StoreElement(element, friendlyName);
        lock (gate)
        {
            known = [.. known, element];
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        redis.Returned += BringBackAsync;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        redis.Returned -= BringBackAsync;
        return Task.CompletedTask;
    }

    private async Task BringBackAsync()
    {
        IReadOnlyCollection<XElement> keys;
        lock (gate)
        {
            keys = known;
        }

        await redis.AskAsync(async database => keys.Count > 0 && !await database.KeyExistsAsync(Name)
            && await database.ListRightPushAsync(Name, [.. keys.Select(key => (StackExchange.Redis.RedisValue)key.ToString(SaveOptions.DisableFormatting))]) > 0);
    }
}
