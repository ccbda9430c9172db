using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Turns;

public class MentionTests(BotHost host) : IClassFixture<BotHost>
{
    private const string Bot = "<at>DpkoBot</at>";

    [Theory]
    [InlineData($"{Bot} What does DPKO stand for?")]
    [InlineData($"{Bot}What does DPKO stand for?")]
    [InlineData($"What does DPKO stand for? {Bot}")]
    [InlineData($"\u00a0{Bot}\u00a0What does DPKO stand for?\n")]
    public async Task The_bots_own_mention_is_no_part_of_the_question(string text) =>
        await AssertAsksAsync("What does DPKO stand for?", text, Mention("bot-1", Bot));

    [Fact]
    public async Task Other_peoples_names_stay_in_it() =>
        await AssertAsksAsync("Who is Jean-Pierre Lacroix?", $"{Bot} Who is <at>Jean-Pierre Lacroix</at>?", Mention("bot-1", Bot), Mention("user-9", "<at>Jean-Pierre Lacroix</at>"));

    [Fact]
    public async Task Somebody_else_of_the_bots_name_is_not_the_bot() =>
        await AssertAsksAsync("Who is DpkoBot?", $"{Bot} Who is {Bot}?", Mention("bot-1", Bot), Mention("user-9", Bot));

    [Fact]
    public async Task A_mention_and_nothing_else_is_greeted()
    {
        var greeting = Assert.Single(await host.AskAsync(Incoming.Message(null)));

        Assert.Equal(greeting.Text, Assert.Single(await host.AskAsync(Incoming.Message(Bot) with { Entities = [Mention("bot-1", Bot)] })).Text);
    }

    [Theory]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":null,"text":null}""")]
    [InlineData("""{"type":"mention","mentioned":"bot-1","text":7}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":7},"text":"x"}""")]
    [InlineData("null")]
    public async Task A_malformed_mention_does_no_harm(string entity) => await AssertAsksAsync(
        "What does DPKO stand for?", "What does DPKO stand for?", JsonSerializer.Deserialize(entity, ActivityJson.Default.Entity)!);

    private async Task AssertAsksAsync(string expected, string text, params Entity[] entities)
    {
        var plain = Assert.Single(await host.AskAsync(Incoming.Message(expected)));

        var reply = Assert.Single(await host.AskAsync(Incoming.Message(text) with { Entities = entities }));

        Assert.Equal(plain.Text, reply.Text);
    }

    private static Entity Mention(string id, string text) =>
        JsonSerializer.Deserialize($$"""{"type":"mention","mentioned":{"id":"{{id}}","name":"whoever"},"text":"{{text}}"}""", ActivityJson.Default.Entity)!;
}
