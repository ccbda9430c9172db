using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Teams;

/// <summary>Who is welcomed in Teams, and when.</summary>
public class TeamsEventTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task Who_installs_the_bot_for_themselves_is_welcomed_once()
    {
        var installed = Event(ActivityTypes.InstallationUpdate, "personal") with { Action = "add" };

        Assert.Single(await host.AskAsync(installed));
        Assert.Empty(await host.AskAsync(installed.Next() with { Type = ActivityTypes.ConversationUpdate, Action = null, MembersAdded = [Incoming.User, Incoming.Bot] }));
    }

    [Fact]
    public async Task Teams_may_tell_of_the_bot_alone() =>
        Assert.Single(await host.AskAsync(Event(ActivityTypes.ConversationUpdate, "personal") with { MembersAdded = [Incoming.Bot] }));

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task A_team_is_welcomed_when_the_bot_joins_it_and_not_with_each_new_member(string scope)
    {
        var joined = Event(ActivityTypes.ConversationUpdate, scope) with { MembersAdded = [Incoming.Bot] };

        Assert.Single(await host.AskAsync(joined));
        Assert.Empty(await host.AskAsync(joined.Next() with { MembersAdded = [Incoming.User] }));
        Assert.Empty(await host.AskAsync(joined.Next() with { Type = ActivityTypes.InstallationUpdate, Action = "add", MembersAdded = null }));
        Assert.Empty(await host.AskAsync(Event(ActivityTypes.ConversationUpdate, scope) with { MembersAdded = [Incoming.User] }));
    }

    [Theory]
    [InlineData("add-upgrade")]
    [InlineData("remove-upgrade")]
    [InlineData("remove")]
    [InlineData(null)]
    public async Task Nothing_else_about_the_installation_is_welcomed(string? action) =>
        Assert.Empty(await host.AskAsync(Event(ActivityTypes.InstallationUpdate, "personal") with { Action = action }));

    [Fact]
    public async Task After_the_bot_was_removed_its_conversation_is_forgotten_and_a_new_installation_welcomed()
    {
        var installed = Event(ActivityTypes.InstallationUpdate, "personal") with { Action = "add" };
        Assert.Single(await host.AskAsync(installed));

        Assert.Empty(await host.AskAsync(installed.Next() with { Action = "remove" }));

        Assert.Single(await host.AskAsync(installed.Next()));
    }

    [Fact]
    public async Task A_team_that_removes_the_bot_is_forgotten()
    {
        var joined = Event(ActivityTypes.ConversationUpdate, "channel") with { MembersAdded = [Incoming.Bot] };
        Assert.Single(await host.AskAsync(joined));

        Assert.Empty(await host.AskAsync(joined.Next() with { MembersAdded = null, MembersRemoved = [Incoming.Bot] }));

        Assert.Single(await host.AskAsync(joined.Next()));
    }

    private static Activity Event(string type, string scope) => Incoming.Of(type, ChannelIds.Teams) with
    {
        Conversation = new ConversationAccount { Id = $"19:{Guid.NewGuid()}@thread.tacv2", ConversationType = scope },
    };
}
