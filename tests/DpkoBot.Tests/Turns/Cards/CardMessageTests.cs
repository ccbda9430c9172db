using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Turns.Cards;

/// <summary>Answers to look at, as channels get them.</summary>
public class CardMessageTests(BotHost host) : IClassFixture<BotHost>
{
    public static TheoryData<string, string> EveryKindOnEveryChannel => new MatrixTheoryData<string, string>(
        [
            "Tell me about UNMIS", "Who is Kofi Annan?", "What is OROLSI?", "Tell me about the department", "Tell me about Haiti",
            "Which missions were there in Africa?", "Who were the heads of the department?", "Timeline of the department",
        ],
        [ChannelIds.Emulator, ChannelIds.Teams, ChannelIds.DirectLine, ChannelIds.WebChat]);

    [Theory]
    [MemberData(nameof(EveryKindOnEveryChannel))]
    public async Task An_answer_comes_with_a_card_and_is_complete_without_it(string question, string channelId)
    {
        var message = await AskAsync(question, channelId);
        var plain = await AskAsync(question, ChannelIds.Sms);

        var card = Support.Cards.CardOf(message);
        await AdaptiveCardSchema.AcceptsAsync(card);
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(card).Length, 1, channelId == ChannelIds.Teams ? 28 * 1024 : 64 * 1024);
        Assert.Contains("Source", message.Text, StringComparison.Ordinal);
        Assert.Null(message.SuggestedActions);
        Assert.NotEmpty(card.All("Action.Submit"));
        Assert.Null(plain.Attachments);
        Assert.Contains("Source", plain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_said_in_a_sentence_comes_without_a_card()
    {
        var message = await AskAsync("What does DPKO stand for?", ChannelIds.WebChat);

        Assert.Null(message.Attachments);
        Assert.NotNull(message.SuggestedActions);
    }

    [Theory]
    [InlineData(ChannelIds.WebChat)]
    [InlineData(ChannelIds.Emulator)]
    [InlineData(ChannelIds.Teams)]
    public async Task A_line_of_a_list_that_is_clicked_brings_its_own_card(string channelId)
    {
        var asked = Incoming.Message("Which missions were there in Haiti?", channelId);
        var list = Support.Cards.CardOf(Message(await host.AskAsync(asked)));
        var row = list.All("ColumnSet").Single(r => r.Texts().Contains("MINUSTAH")).GetProperty("selectAction").GetProperty("data");

        // Clients that know nothing of a click's wishes send its data as the value.
        var answer = Message(await host.AskAsync(asked.Next() with { Text = null, Value = row }));

        Assert.StartsWith("United Nations Stabilization Mission in Haiti (MINUSTAH)", Support.Cards.CardOf(answer).Texts()[0], StringComparison.Ordinal);
    }

    private async Task<Activity> AskAsync(string question, string channelId) => Message(await host.AskAsync(Incoming.Message(question, channelId)));

    private static Activity Message(IEnumerable<Activity> replies) => Assert.Single(replies, r => r.Type == ActivityTypes.Message);
}
