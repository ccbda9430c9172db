using DpkoBot.Activities;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DpkoBot.Tests.Turns;

public class GreetingTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task The_Emulator_adds_the_bot_and_the_user_at_once_and_is_greeted_once()
    {
        var reply = Assert.Single(await host.AskAsync(Incoming.ConversationUpdate(Incoming.Bot, Incoming.User)));

        Assert.Equal(ActivityTypes.Message, reply.Type);
        Assert.False(string.IsNullOrWhiteSpace(reply.Text));
    }

    [Fact]
    public async Task Several_people_who_come_together_are_greeted_once() =>
        Assert.Single(await host.AskAsync(Incoming.ConversationUpdate(Incoming.User, new ChannelAccount { Id = "user-2" })));

    [Fact]
    public async Task The_bot_does_not_greet_itself() =>
        Assert.Empty(await host.AskAsync(Incoming.ConversationUpdate(Incoming.Bot)));

    [Fact]
    public async Task Members_without_an_id_are_nobody() =>
        Assert.Empty(await host.AskAsync(Incoming.ConversationUpdate(new ChannelAccount(), null!)));

    [Fact]
    public async Task Who_leaves_is_not_greeted() =>
        Assert.Empty(await host.AskAsync(Incoming.ConversationUpdate() with { MembersRemoved = [Incoming.User] }));

    [Fact]
    public async Task Web_Chat_tells_of_the_bot_first_and_of_the_user_then_and_gets_one_greeting()
    {
        var botCame = Incoming.ConversationUpdate(Incoming.Bot);

        Assert.Empty(await host.AskAsync(botCame));
        Assert.Single(await host.AskAsync(botCame.Next() with { MembersAdded = [Incoming.User] }));
    }

    [Fact]
    public async Task A_conversation_is_greeted_once_however_many_come()
    {
        var first = Incoming.ConversationUpdate(Incoming.User);

        Assert.Single(await host.AskAsync(first));
        Assert.Empty(await host.AskAsync(first.Next() with { MembersAdded = [new ChannelAccount { Id = "user-2" }] }));
    }

    [Theory]
    [InlineData(ActivityTypes.EndOfConversation)]
    [InlineData(ActivityTypes.DeleteUserData)]
    public async Task After_the_conversation_was_forgotten_it_is_greeted_anew(string forgetting)
    {
        var came = Incoming.ConversationUpdate(Incoming.User);
        Assert.Single(await host.AskAsync(came));

        Assert.Empty(await host.AskAsync(came.Next() with { Type = forgetting }));

        Assert.Single(await host.AskAsync(came.Next()));
    }

    [Fact]
    public async Task A_conversation_that_was_quiet_for_half_an_hour_is_forgotten()
    {
        var time = new FakeTimeProvider();
        await using var hostWithClock = new BotHost().With(time);
        var came = Incoming.ConversationUpdate(Incoming.User);
        Assert.Single(await hostWithClock.AskAsync(came));

        time.Advance(TimeSpan.FromMinutes(29));
        Assert.Empty(await hostWithClock.AskAsync(came.Next()));
        time.Advance(TimeSpan.FromMinutes(29));
        Assert.Empty(await hostWithClock.AskAsync(came.Next()));
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Single(await hostWithClock.AskAsync(came.Next()));
    }
}
