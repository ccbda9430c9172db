using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Turns;

public class MessageTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task A_message_gets_one_message_in_Markdown()
    {
        var question = Incoming.Message();

        var reply = Assert.Single(await host.AskAsync(question));

        Assert.Equal((ActivityTypes.Message, "markdown", question.Id), (reply.Type, reply.TextFormat, reply.ReplyToId));
        Assert.False(string.IsNullOrWhiteSpace(reply.Text));
        Assert.False(string.IsNullOrWhiteSpace(reply.Locale));
        Assert.Contains(reply.InputHint, (string[])["acceptingInput", "expectingInput"]);
    }

    [Theory]
    [InlineData("""{"question":"What does DPKO stand for?"}""")]
    [InlineData("""{"text":"What does DPKO stand for?"}""")]
    [InlineData("\"What does DPKO stand for?\"")]
    public async Task A_submitted_card_without_text_asks_what_its_value_says(string value)
    {
        var typed = await host.AskAsync(Incoming.Message());

        var submitted = await host.AskAsync(Incoming.Message(text: null) with { Value = Json(value) });

        Assert.Equal(Assert.Single(typed).Text, Assert.Single(submitted).Text);
    }

    [Fact]
    public async Task Text_comes_before_a_value()
    {
        var typed = await host.AskAsync(Incoming.Message());

        var both = await host.AskAsync(Incoming.Message() with { Value = Json("""{"question":"Who leads DPKO?"}""") });

        Assert.Equal(Assert.Single(typed).Text, Assert.Single(both).Text);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"  \"")]
    [InlineData("""{"question":7}""")]
    [InlineData("""{"question":"\ud800"}""")]
    public async Task A_message_that_says_nothing_gets_the_greeting(string value)
    {
        var greeting = Assert.Single(await host.AskAsync(Incoming.ConversationUpdate(Incoming.User)));
        var body = $$$"""{"type":"message","id":"{{{Guid.NewGuid()}}}","channelId":"webchat","deliveryMode":"expectReplies","conversation":{"id":"{{{Guid.NewGuid()}}}"},"value":{{{value}}}}""";

        using var response = await host.PostAsync(body);

        Assert.Equal(greeting.Text, Assert.Single(await MessagesClient.RepliesInAsync(response)).Text);
    }

    [Theory]
    [InlineData(ChannelIds.Emulator, 5)]
    [InlineData(ChannelIds.WebChat, 5)]
    [InlineData(ChannelIds.DirectLine, 5)]
    [InlineData(ChannelIds.Teams, 3)]
    public async Task Buttons_send_whole_questions_and_are_no_more_than_the_channel_shows(string channelId, int most)
    {
        var reply = (await host.AskAsync(Incoming.Message(text: null, channelId)))[0];

        var buttons = reply.SuggestedActions!.Actions!;
        Assert.InRange(buttons.Count, 1, most);
        Assert.All(buttons, button =>
        {
            Assert.Equal("imBack", button.Type);
            Assert.InRange(button.Title!.Length, 1, 60);
            Assert.StartsWith(button.Title.TrimEnd('…'), button.Value!.Value.GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_very_long_message_is_answered_too() =>
        Assert.NotEmpty(await host.AskAsync(Incoming.Message(new string('x', 50_000))));

    [Fact]
    public async Task The_same_activity_is_answered_once()
    {
        var question = Incoming.Message();

        Assert.NotEmpty(await host.AskAsync(question));
        Assert.Empty(await host.AskAsync(question));
        Assert.NotEmpty(await host.AskAsync(question.Next()));
    }

    [Fact]
    public async Task The_same_activity_arriving_many_times_at_once_is_answered_once()
    {
        var question = Incoming.Message();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.AskAsync(question)));

        Assert.Single(answers, replies => replies.Count > 0);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_activity()
    {
        var question = Incoming.Message();

        Assert.NotEmpty(await host.AskAsync(question));
        Assert.NotEmpty(await host.AskAsync(question with { Conversation = new ConversationAccount { Id = "another-" + question.Id } }));
        Assert.NotEmpty(await host.AskAsync(question with { ChannelId = ChannelIds.DirectLine }));
    }

    [Fact]
    public async Task Activities_without_an_id_are_never_taken_for_the_same()
    {
        var question = Incoming.Message() with { Id = null };

        Assert.NotEmpty(await host.AskAsync(question));
        Assert.NotEmpty(await host.AskAsync(question));
    }

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement.Clone();
}
