using System.Security.Cryptography;
using DpkoBot.Operations.Redis;
using StackExchange.Redis;

namespace DpkoBot.DirectLine.Redis;

/// <summary>What hosts tell each other at once, so that a client hears of it wherever it listens.</summary>
internal sealed class RedisNotices(RedisConnection redis)
{
    private const string Added = "added";
    private const string Connected = "connected";
    private const string Ended = "ended";
    private const string Passing = "passing";

    private static readonly RedisChannel Channel = RedisChannel.Literal(RedisConnection.Prefix + "directline");

    private readonly string host = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private bool listens;

    public Task AddedAsync(string id) => TellAsync(Added, id, "");

    public Task ConnectedAsync(string id) => TellAsync(Connected, id, host);

    public Task EndedAsync(string id) => TellAsync(Ended, id, "");

    public Task PassAsync(string id, byte[] json) => TellAsync(Passing, id, Convert.ToBase64String(json));

    /// <summary>Listens from now on, if Redis is there.</summary>
    public async Task ListenAsync(Func<string, RedisConversation?> find)
    {
        if (!listens)
        {
            listens = (await redis.AskAsync(async database =>
            {
                await redis.Subscriber.SubscribeAsync(Channel, (_, notice) => Hear((string)notice!, find));
                return true;
            })).Came;
        }
    }

    private void Hear(string notice, Func<string, RedisConversation?> find)
    {
        if (notice.Split(' ') is not [var kind, var id, var more] || find(id) is not { } conversation)
        {
            return;
        }

        switch (kind)
        {
            case Added:
                _ = conversation.SendNewAsync();
                break;
            case Connected when more != host:
            case Ended:
                conversation.End();
                break;
            case Passing:
                conversation.Pass(Convert.FromBase64String(more));
                break;
            default:
                break;
        }
    }

    private Task TellAsync(string kind, string id, string more) =>
        redis.AskAsync(database => database.PublishAsync(Channel, $"{kind} {id} {more}"));
}
