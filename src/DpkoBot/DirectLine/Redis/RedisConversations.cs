using System.Collections.Concurrent;
using DpkoBot.Operations.Redis;

namespace DpkoBot.DirectLine.Redis;

/// <summary>The conversations of all hosts that share a Redis. Any of them serves any request, and any reconnection.</summary>
internal sealed class RedisConversations(
    RedisConnection redis, RedisLog log, RedisLocks locks, RedisWindows windows, ConversationLimits limits, TimeProvider time)
    : BackgroundService, IDirectLineConversations
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    // Hosts find Redis back one after the other, and hear each other again a little later still.
    private const int LooksAfterReturn = 10;

    private readonly ConcurrentDictionary<string, RedisConversation> here = new(StringComparer.Ordinal);
    private readonly RedisNotices notices = new(redis);
    private int looksLeft;

    // While Redis is away, the token must do as a proof that there is such a conversation.
    public async Task<IDirectLineConversation?> FindAsync(string id) =>
        await log.ExistsAsync(id) is { Came: true, Value: false } && !IsWaiting(id) ? null : Here(id);

    public async Task<(IDirectLineConversation Conversation, bool IsNew)> FindOrStartAsync(string id)
    {
        var isKnownHere = here.ContainsKey(id);
        var answer = await log.StartAsync(id);
        return (Here(id), answer.Came ? answer.Value : !isKnownHere);
    }

    public async Task RemoveAsync(IDirectLineConversation conversation)
    {
        here.TryRemove(conversation.Id, out _);
        ((RedisConversation)conversation).End();
        await log.RemoveAsync(conversation.Id);
        await notices.EndedAsync(conversation.Id);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        redis.Returned += ReturnAsync;
        redis.HeardAgain += LookAgain;
        await notices.ListenAsync(id => here.GetValueOrDefault(id));
        await base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        redis.Returned -= ReturnAsync;
        redis.HeardAgain -= LookAgain;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Volatile.Read(ref looksLeft) > 0 && !redis.IsAway)
            {
                Interlocked.Decrement(ref looksLeft);
                await CatchUpAsync();
            }

            foreach (var (id, conversation) in here)
            {
                if (conversation.IsIdle)
                {
                    here.TryRemove(id, out _);
                }
            }
        }
    }

    private bool IsWaiting(string id) => here.TryGetValue(id, out var conversation) && conversation.HasWaiting;

    private RedisConversation Here(string id) =>
        here.GetOrAdd(id, name => new RedisConversation(name, log, locks, windows, notices, limits, time));

    private Task ReturnAsync()
    {
        LookAgain();
        return CatchUpAsync();
    }

    private void LookAgain() => Volatile.Write(ref looksLeft, LooksAfterReturn);

    // What was said meanwhile is added, and what other hosts added is sent.
    private async Task CatchUpAsync()
    {
        await notices.ListenAsync(id => here.GetValueOrDefault(id));
        foreach (var conversation in here.Values.Where(conversation => !conversation.IsIdle))
        {
            // A Redis that keeps nothing on disk has forgotten even that there is such a conversation.
            await log.StartAsync(conversation.Id);
            if (await conversation.FlushAsync())
            {
                await notices.AddedAsync(conversation.Id);
                await conversation.SendNewAsync();
            }
        }
    }
}
