using System.Text.Json;
using DpkoBot.Core.Conversation;
using DpkoBot.Operations.Privacy;
using DpkoBot.Operations.Redis;
using Microsoft.Extensions.Options;

namespace DpkoBot.Turns;

/// <summary>
/// Remembers conversations for all hosts that share a Redis, with one turn of a conversation at a time among them all. While
/// Redis is away, each message is answered by itself: half of what was said before could make a wrong answer of it.
/// </summary>
internal sealed class RedisConversationStore(
    RedisConnection redis, RedisLocks locks, RedisProtection protection, IdHashes hashes, ConversationStore own, IOptions<ConversationOptions> options) : IConversationStore
{
    // A turn takes milliseconds; a host that died in one is waited for no longer than this.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private readonly TimeSpan idle = TimeSpan.FromMinutes(options.Value.IdleMinutes);

    public Task<T> RunTurnAsync<T>(ConversationKey key, Func<Conversation, T> turn, CancellationToken cancellationToken) =>
        // The turns of this host wait for each other here, in their order, so that few wait for the lock.
        own.RunAsync(key, remembered => RunAsync(key, remembered, turn, cancellationToken), cancellationToken);

    private async Task<T> RunAsync<T>(ConversationKey key, Conversation remembered, Func<Conversation, T> turn, CancellationToken cancellationToken)
    {
        var id = JsonSerializer.Serialize([key.ChannelId, key.ConversationId], TurnJson.Default.StringArray);
        if (await hashes.OfAsync(id) is { } hash)
        {
            await using var place = await locks.EnterAsync("turn:" + hash, Lease, cancellationToken);
            if (place is not null && await LoadAsync(id, hash) is { Came: true } loaded)
            {
                var conversation = Conversation.Of(loaded.Value);
                var result = turn(conversation);
                // Should it go away just now, the answer is given all the same.
                await SaveAsync(hash, conversation);
                return result;
            }
        }

        remembered.State = ConversationState.Empty;
        return turn(remembered);
    }

    private async Task<RedisAnswer<StoredConversation?>> LoadAsync(string id, string hash)
    {
        var answer = await redis.AskAsync(async database => await database.StringGetAsync(NameOf(hash)));
        if (answer.Came && answer.Value.IsNull && await hashes.OfYesterdayAsync(id) is { } before)
        {
            answer = await redis.AskAsync(async database => await database.StringGetAsync(NameOf(before)));
        }

        return new(answer.Came, answer.Value.IsNull ? null : Read((byte[])answer.Value!));
    }

    private Task SaveAsync(string hash, Conversation conversation) => redis.AskAsync(async database => await database.StringSetAsync(
        NameOf(hash), protection.Protect(JsonSerializer.SerializeToUtf8Bytes(conversation.ToStored(), TurnJson.Default.StoredConversation)), idle));

    // Another version of the bot may have written it.
    private StoredConversation? Read(byte[] data)
    {
        try
        {
            return protection.Unprotect(data) is { } json ? JsonSerializer.Deserialize(json, TurnJson.Default.StoredConversation) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(string hash) => RedisConnection.Prefix + "conversation:" + hash;
}

/// <summary>What is kept of a conversation between its turns.</summary>
/// <param name="State">What follow-ups lean on.</param>
/// <param name="Greeted">Whether it was greeted.</param>
/// <param name="Answered">Hashes of the ids of what was answered last, the oldest first.</param>
internal sealed record StoredConversation(ConversationState State, bool Greeted, IReadOnlyList<string> Answered);
