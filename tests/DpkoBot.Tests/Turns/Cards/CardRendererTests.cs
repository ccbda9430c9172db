using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Conversation.Cards;
using DpkoBot.Tests.Support;
using DpkoBot.Turns;

namespace DpkoBot.Tests.Turns.Cards;

public class CardRendererTests
{
    private static readonly ReplyCard Card = new()
    {
        Title = "Title",
        Labels = new CardLabels("Sources", "Fewer", "{count} more", "and {count} others"),
    };

    [Fact]
    public async Task Everything_that_a_card_can_show_is_in_the_format()
    {
        var card = Render(Card with
        {
            Subtitle = "Subtitle",
            Facts = [new CardFact("Label", "Value")],
            Heading = "Heading",
            Items = [.. Items(30), new CardItem("Undated", null, null, null)],
            Notes = ["Note"],
            Sources = [new Citation("Linked", "https://example.org/a b", "2019"), new Citation("Plain", null, null)],
        });

        await AdaptiveCardSchema.AcceptsAsync(card);
        Assert.Equal(["Title", "Subtitle", "Heading"], card.Texts()[..3]);
        Assert.Equal("Value", card.Facts()["Label"]);
        Assert.Equal("https://example.org/a%20b", Assert.Single(card.All("Action.OpenUrl")).Text("url"));
        Assert.Contains("Linked, 2019", card.Texts());
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("")]
    public void Only_what_can_be_read_safely_is_a_link(string url)
    {
        var card = Render(Card with { Sources = [new Citation("Source", url, null)] });

        Assert.Empty(card.All("Action.OpenUrl"));
        Assert.Contains("Source", card.Texts());
    }

    [Fact]
    public void A_list_that_fits_on_a_screen_is_shown_as_a_whole() =>
        Assert.Empty(Render(Card with { Items = Items(12) }).All("Action.ToggleVisibility"));

    [Fact]
    public void The_rest_of_a_long_list_is_shown_on_demand()
    {
        var card = Render(Card with { Items = Items(30) });

        var rest = card.GetProperty("body").EnumerateArray().Single(e => e.TryGetProperty("id", out var id) && id.ValueEquals("rest"));
        Assert.False(rest.GetProperty("isVisible").GetBoolean());
        Assert.Equal(22, rest.All("ColumnSet").Count());
        Assert.Equal(30, card.All("ColumnSet").Count());
        Assert.Equal(["22 more", "Fewer"], card.All("Action.ToggleVisibility").Select(a => a.Text("title")));
        var ids = card.GetProperty("body").EnumerateArray().Where(e => e.TryGetProperty("id", out _)).Select(e => e.Text("id"));
        Assert.All(card.All("Action.ToggleVisibility"), a => Assert.Equal(ids, a.GetProperty("targetElements").EnumerateArray().Select(t => t.GetString())));
    }

    [Theory]
    [InlineData(ChannelIds.Teams, 28 * 1024)]
    [InlineData(ChannelIds.WebChat, 64 * 1024)]
    public async Task A_list_too_long_for_the_channel_is_cut_and_says_so(string channelId, int maxLength)
    {
        var card = Render(Card with { Items = Items(1_000) }, channelId);

        await AdaptiveCardSchema.AcceptsAsync(card);
        Assert.InRange(Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(card)), maxLength / 2, maxLength);
        Assert.Contains($"and {1_000 - card.All("ColumnSet").Count()} others", card.Texts());
    }

    [Fact]
    public void A_card_in_letters_that_JSON_escapes_is_bounded_all_the_same()
    {
        var card = Render(Card with { Items = [.. Items(200).Select(i => i with { Detail = new string('م', 40) })] }, ChannelIds.Teams);

        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(card).Length, 1, 28 * 1024);
        Assert.Contains(new string('م', 40), card.Texts());
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("he", true)]
    [InlineData("en", false)]
    [InlineData("zh", false)]
    [InlineData("pt-BR", false)]
    public void A_language_from_right_to_left_says_so(string language, bool isRightToLeft)
    {
        var card = Render(Card, reply: Reply(Card) with { Language = language });

        Assert.Equal(language, card.Text("lang"));
        Assert.Equal(isRightToLeft, card.TryGetProperty("rtl", out var rtl) && rtl.GetBoolean());
    }

    [Fact]
    public void A_click_sends_the_question_as_the_channel_has_it()
    {
        var card = Card with { Items = [new CardItem("One", null, null, "What is one?")] };

        Assert.All(Render(card).All("Action.Submit"), a => Assert.Equal(JsonValueKind.String, a.GetProperty("data").ValueKind));
        Assert.Equal(["What is one?", "Next?"], Render(card).All("Action.Submit").Select(a => a.GetProperty("data").GetString()));

        var teams = Render(card, ChannelIds.Teams).All("Action.Submit").Select(a => a.GetProperty("data")).ToList();
        Assert.Equal(["messageBack", "messageBack"], teams.Select(d => d.GetProperty("msteams").Text("type")));
        Assert.Equal(["What is one?", "Next?"], teams.Select(d => d.GetProperty("msteams").Text("text")));
        Assert.Equal(["What is one?", "Next?"], teams.Select(d => d.GetProperty("msteams").Text("displayText")));
        Assert.Equal(["What is one?", "Next?"], teams.Select(d => d.Text("question")));
    }

    [Fact]
    public void Buttons_have_a_title_and_what_is_clicked_as_a_whole_is_read_out_by_what_it_shows()
    {
        var card = Render(Card with { Items = Items(3), Sources = [new Citation("Source", "https://example.org/", null)] });

        Assert.All(card.All("ActionSet").SelectMany(s => s.GetProperty("actions").EnumerateArray()), a => Assert.NotEmpty(a.Text("title")!));
        Assert.All(card.All("ColumnSet").Concat(card.All("Container")), e => Assert.False(e.GetProperty("selectAction").TryGetProperty("title", out _)));
    }

    [Fact]
    public void Odd_characters_come_through_as_they_are()
    {
        const string odd = "<b>\"\\&'\u2028 🕊 </script> {count}";

        Assert.Equal(odd, Render(Card with { Title = odd }).Texts()[0]);
    }

    [Theory]
    [InlineData(ChannelIds.Sms)]
    [InlineData("unheard-of")]
    [InlineData(null)]
    public void A_channel_that_shows_no_cards_gets_the_text_and_its_buttons_alone(string? channelId)
    {
        var message = Assert.Single(ReplyRenderer.Render(Incoming.Message() with { ChannelId = channelId }, Reply(Card)));

        Assert.Null(message.Attachments);
        Assert.Equal("Text.", message.Text);
        Assert.Equal(channelId != ChannelIds.Sms, message.SuggestedActions is not null);
    }

    [Fact]
    public void Questions_on_a_card_are_not_offered_twice()
    {
        var message = Assert.Single(ReplyRenderer.Render(Incoming.Message(), Reply(Card)));

        Assert.Null(message.SuggestedActions);
        Assert.Equal("Text.", message.Text);
    }

    private static ImmutableArray<CardItem> Items(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new CardItem($"Item {i}", "What tells it apart", "1992–1995", $"Tell me about item {i}"))];

    private static BotReply Reply(ReplyCard card) => new() { Outcome = Outcome.Answer, Text = "Text.", Language = "en", Card = card, SuggestedQuestions = ["Next?"] };

    private static JsonElement Render(ReplyCard card, string channelId = ChannelIds.WebChat, BotReply? reply = null) =>
        Support.Cards.CardOf(ReplyRenderer.Render(Incoming.Message(channelId: channelId), reply ?? Reply(card))[^1]);
}
