using System.Collections.Immutable;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;
using DpkoBot.Turns;

namespace DpkoBot.Tests.Turns;

public class ReplyRendererTests
{
    private static readonly BotReply Reply = new() { Outcome = Outcome.Answer, Text = "**Bold** and [a link](https://peacekeeping.un.org/en).", Language = "fr" };

    [Fact]
    public void A_reply_speaks_its_own_language_whatever_the_users_locale() =>
        Assert.Equal("fr", Assert.Single(Render(Reply)).Locale);

    [Theory]
    [InlineData(Outcome.Clarify, "expectingInput")]
    [InlineData(Outcome.Answer, "acceptingInput")]
    [InlineData(Outcome.Fallback, "acceptingInput")]
    public void Only_a_question_back_expects_input(Outcome outcome, string hint) =>
        Assert.Equal(hint, Assert.Single(Render(Reply with { Outcome = outcome })).InputHint);

    [Fact]
    public void A_channel_without_Markdown_gets_plain_text_and_no_buttons()
    {
        var message = Assert.Single(Render(Reply with { SuggestedQuestions = ["Why?"] }, ChannelIds.Sms));

        Assert.Equal(("Bold and a link (https://peacekeeping.un.org/en).", "plain"), (message.Text, message.TextFormat));
        Assert.Null(message.SuggestedActions);
    }

    [Fact]
    public void Teams_gets_the_first_three_buttons()
    {
        var message = Assert.Single(Render(Reply with { SuggestedQuestions = ["1?", "2?", "3?", "4?", "5?"] }, ChannelIds.Teams));

        Assert.Equal(["1?", "2?", "3?"], message.SuggestedActions!.Actions!.Select(action => action.Title));
    }

    [Fact]
    public void A_long_title_is_cut_between_words_and_the_whole_question_is_sent()
    {
        var question = "Which mission has the department deployed in the easternmost of its regions?";

        var button = Assert.Single(Assert.Single(Render(Reply with { SuggestedQuestions = [question] })).SuggestedActions!.Actions!);

        Assert.Equal("Which mission has the department deployed in the…", button.Title);
        Assert.Equal(question, button.Value!.Value.GetString());
    }

    [Fact]
    public void A_text_too_long_for_the_channel_goes_out_in_several_messages_with_the_buttons_on_the_last()
    {
        var paragraphs = Enumerable.Range(0, 30).Select(number => $"Paragraph {number}. {new string('x', 150)}").ToArray();
        var reply = Reply with { Text = string.Join("\n\n", paragraphs), SuggestedQuestions = ["Why?"] };

        var messages = Render(reply, "unheard-of");

        Assert.Equal(2, messages.Length);
        Assert.All(messages, message => Assert.InRange(message.Text!.Length, 1, 4_000));
        Assert.Equal(paragraphs, messages.SelectMany(message => message.Text!.Split("\n\n")));
        Assert.Null(messages[0].SuggestedActions);
        Assert.NotNull(messages[1].SuggestedActions);
    }

    [Fact]
    public void A_text_without_a_place_to_break_is_not_cut_inside_a_character()
    {
        var reply = Reply with { Text = "x" + string.Concat(Enumerable.Repeat("🕊", 3_000)) };

        var messages = Render(reply, "unheard-of");

        Assert.Equal(reply.Text, string.Concat(messages.Select(message => message.Text)));
        Assert.All(messages, message => Assert.False(char.IsHighSurrogate(message.Text![^1])));
    }

    private static ImmutableArray<Activity> Render(BotReply reply, string channelId = ChannelIds.WebChat) =>
        ReplyRenderer.Render(Incoming.Message(channelId: channelId), reply);
}
