using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Operations.Privacy;

/// <summary>Looks for what users typed, and for who they are, in everything that a run leaves behind.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Typed = "Zanzibarquux";
    private const string UserId = "user-of-a-channel-4711";
    private const string ConversationId = "conversation-of-a-channel-4711";

    private RedisServer redis = null!;

    public async ValueTask InitializeAsync() => redis = await RedisServer.StartedAsync();

    public async ValueTask DisposeAsync()
    {
        if (redis is not null)
        {
            await redis.DisposeAsync();
        }
    }

    [Fact]
    public async Task Neither_the_log_nor_Redis_has_what_users_typed_or_who_they_are()
    {
        await using var host = new BotHost().With("ConnectionStrings:Redis", redis.Setting);
        using var client = await DirectLineClient.StartedAsync(host);
        using (var stream = await client.ListenAsync())
        {
            await stream.ReceiveAsync();
            await client.SayAsync($"What is {Typed}?");
            await client.PostAsync($$"""{"from":{"id":"{{UserId}}","name":"{{Typed}}"},"type":"message","text":"tell me about OROLSI"}""");
            // What cannot be read, too.
            await client.PostAsync($$"""{"type":"message","text":"{{Typed}}" """);
            await stream.ReceiveAsync();
        }

        foreach (var text in (string[])[$"What is {Typed}?", "tell me about OROLSI", Typed])
        {
            var message = Incoming.Message(text) with { From = new() { Id = UserId, Name = Typed }, Conversation = new() { Id = ConversationId } };
            await host.AskAsync(message);
            using var response = await host.PostAsync(message with { ServiceUrl = "http://127.0.0.1:9/", DeliveryMode = null });
        }

        using var garbage = await host.PostAsync($$"""{"type":"message","text":"{{Typed}}" """);

        var left = string.Join('\n', host.Log.Entries.Select(entry => entry.Text)) + await redis.DumpAsync();
        Assert.Contains("dpkobot:", left, StringComparison.Ordinal);
        Assert.All(
            (string[])[Typed, UserId, ConversationId, "OROLSI"],
            secret => Assert.DoesNotContain(secret, left, StringComparison.OrdinalIgnoreCase));
        // Nor the other way round: it could be read, had the test not looked for it rightly.
        Assert.Contains(Typed, (await client.PollAsync()).Json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_in_Redis_that_is_of_users_has_an_end()
    {
        await using var host = new BotHost().With("ConnectionStrings:Redis", redis.Setting);
        using var client = await DirectLineClient.StartedAsync(host);
        await client.SayAsync("Hello");
        await host.AskAsync(Incoming.Message());

        var withoutEnd = await redis.KeysWithoutEndAsync();

        // Keys alone, none of which is anybody's.
        Assert.Equal(["dpkobot:keys", "dpkobot:token-key"], withoutEnd.Order(StringComparer.Ordinal));
    }
}
