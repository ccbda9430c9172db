using DpkoBot.Turns;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DpkoBot.Tests.Turns;

public class ConversationStoreTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Turns_of_one_conversation_never_overlap()
    {
        var store = Store();
        var inside = 0;
        var overlaps = 0;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => store.RunTurnAsync(Key("a"), _ =>
        {
            if (Interlocked.Increment(ref inside) > 1)
            {
                Interlocked.Increment(ref overlaps);
            }

            Thread.Sleep(1);
            return Interlocked.Decrement(ref inside);
        }, TestContext.Current.CancellationToken))));

        Assert.Equal(0, overlaps);
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public async Task A_conversation_does_not_wait_for_another()
    {
        var store = Store();
        using var otherDone = new ManualResetEventSlim();

        var waiting = Task.Run(() => store.RunTurnAsync(
            Key("a"), _ => otherDone.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        await store.RunTurnAsync(Key("b"), _ => 0, TestContext.Current.CancellationToken);
        otherDone.Set();

        Assert.True(await waiting);
    }

    [Fact]
    public async Task Who_waits_for_a_turn_can_give_up_and_leaves_nothing_behind()
    {
        var store = Store(maxConversations: 1);
        using var turnMayEnd = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        using var givingUp = new CancellationTokenSource();
        var first = Task.Run(() => store.RunTurnAsync(Key("a"), _ =>
        {
            started.SetResult();
            turnMayEnd.Wait(TestContext.Current.CancellationToken);
            return 0;
        }, TestContext.Current.CancellationToken));
        await started.Task;

        var second = store.RunTurnAsync(Key("a"), _ => 0, givingUp.Token);
        await givingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        turnMayEnd.Set();
        await first;

        await Greet(store, "b");
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public async Task A_turn_that_fails_lets_the_next_one_in()
    {
        var store = Store();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.RunTurnAsync<int>(Key("a"), _ => throw new InvalidOperationException(), TestContext.Current.CancellationToken));

        Assert.Equal(1, await store.RunTurnAsync(Key("a"), _ => 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_too_many_conversations_the_one_that_was_quiet_for_longest_goes()
    {
        var store = Store(maxConversations: 2);
        await Greet(store, "a");
        await Greet(store, "b");
        await Greet(store, "a");

        await Greet(store, "c");

        Assert.Equal(2, store.Count);
        Assert.True(await WasGreeted(store, "a"));
        Assert.False(await WasGreeted(store, "b"));
    }

    [Fact]
    public async Task A_conversation_is_kept_as_long_as_its_turns_follow_each_other_and_then_forgotten()
    {
        var store = Store(idleMinutes: 10);
        await Greet(store, "a");

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(await WasGreeted(store, "a"));
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(await WasGreeted(store, "a"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await WasGreeted(store, "a"));
    }

    [Fact]
    public async Task Forgotten_conversations_take_no_room()
    {
        var store = Store(idleMinutes: 10);
        foreach (var name in Enumerable.Range(0, 100))
        {
            await Greet(store, $"{name}");
        }

        time.Advance(TimeSpan.FromMinutes(10));
        await Greet(store, "new");

        Assert.Equal(1, store.Count);
    }

    [Fact]
    public void The_last_few_ids_are_remembered_and_no_more()
    {
        var conversation = new DpkoBot.Turns.Conversation();
        foreach (var id in Enumerable.Range(0, 17))
        {
            conversation.RememberAnswered($"{id}");
        }

        Assert.True(conversation.HasAnswered("16"));
        Assert.True(conversation.HasAnswered("1"));
        Assert.False(conversation.HasAnswered("0"));
    }

    private static ConversationKey Key(string id) => new("emulator", id);

    private static Task<bool> Greet(ConversationStore store, string id) =>
        store.RunTurnAsync(Key(id), conversation => conversation.Greeted = true, TestContext.Current.CancellationToken);

    private static Task<bool> WasGreeted(ConversationStore store, string id) =>
        store.RunTurnAsync(Key(id), conversation => conversation.Greeted, TestContext.Current.CancellationToken);

    private ConversationStore Store(int maxConversations = 100, int idleMinutes = 30) =>
        new(Options.Create(new ConversationOptions { MaxConversations = maxConversations, IdleMinutes = idleMinutes }), time);
}
