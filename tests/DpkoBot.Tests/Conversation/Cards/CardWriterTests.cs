using DpkoBot.Core.Conversation;
using DpkoBot.Core.Conversation.Cards;
using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation.Cards;

public class CardWriterTests
{
    private static readonly KnowledgeBase Knowledge = TrainedEngines.Default.Knowledge;

    [Fact]
    public void A_mission_at_a_glance()
    {
        var card = CardOf("Tell me about UNMIS");

        Assert.Equal(("United Nations Mission in the Sudan (UNMIS)", "UN peacekeeping operation"), (card.Title, card.Subtitle));
        Assert.Equal(["Where", "Began", "Ended", "Created by", "Headquarters", "Followed by"], card.Facts.Select(f => f.Label));
        Assert.Equal(["Sudan", "March 2005", "9 July 2011", "Security Council resolution 1590 (2005)", "Khartoum", "United Nations Mission in South Sudan (UNMISS)"], card.Facts.Select(f => f.Value));
        Assert.Empty(card.Notes);
        Assert.NotEmpty(card.Sources);
    }

    [Fact]
    public void A_mission_that_goes_on_says_of_when_that_is() =>
        Assert.Contains(CardOf("Tell me about UNFICYP").Notes, note => note.StartsWith("This is as of", StringComparison.Ordinal));

    [Fact]
    public void A_person_with_posts_in_order()
    {
        var card = CardOf("Who is Kofi Annan?");

        Assert.Equal("Ghana", card.Facts.Single(f => f.Label == "From").Value);
        Assert.Equal([("DPKO", "1993–1996"), ("UN", "1997–2006")], card.Items.Select(i => (i.Title, i.When!)));
    }

    [Fact]
    public void The_department_with_its_head_as_of_a_date_and_its_parts()
    {
        var card = CardOf("Tell me about the department");

        Assert.Equal("Jean-Pierre Lacroix (since 1 April 2017)", card.Facts.Single(f => f.Label == "Head").Value);
        Assert.Contains(card.Notes, note => note.StartsWith("This is as of", StringComparison.Ordinal));
        Assert.Contains(card.Items, i => i.Title == "OROLSI");
    }

    [Fact]
    public void A_place_lists_its_missions() =>
        Assert.Equal(["UNMIH", "UNSMIH", "UNTMIH", "MIPONUH", "MINUSTAH", "MINUJUSTH"], CardOf("Tell me about Haiti").Items.Select(i => i.Title));

    [Fact]
    public void A_list_of_missions_with_years_and_countries()
    {
        var card = CardOf("Which missions were there in Africa?");

        Assert.Equal("UN peacekeeping operations in Africa", card.Title);
        Assert.Equal($"{card.Items.Length} in all", card.Subtitle);
        Assert.Equal(new CardItem("ONUC", "United Nations Operation in the Congo, Democratic Republic of the Congo", "1960–1964", "Tell me about ONUC"), card.Items[0]);
        Assert.Contains(card.Items, i => i.When == "since 1991");
    }

    [Fact]
    public void Some_of_a_set_say_of_how_many()
    {
        var card = CardOf("What were the three longest missions?");

        Assert.Equal(3, card.Items.Length);
        Assert.Matches("^3 of [0-9]+$", card.Subtitle);
    }

    [Fact]
    public void The_heads_of_the_department_without_those_who_only_stood_in()
    {
        var card = CardOf("Who were the heads of the department?");

        Assert.Equal("Heads of the Department of Peacekeeping Operations (DPKO)", card.Title);
        Assert.Equal(("Marrack Goulding", "1992–1993"), (card.Items[0].Title, card.Items[0].When));
        Assert.DoesNotContain(card.Items, i => i.Title.Contains("Kittani", StringComparison.Ordinal));
        Assert.Contains(card.Notes, note => note.Contains("Kittani", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Timeline of the department")]
    [InlineData("The history of the department in dates")]
    [InlineData("What are the key dates of UN peacekeeping?")]
    [InlineData("milestones")]
    [InlineData("Show me a chronology of UN peacekeeping")]
    public void A_timeline_has_what_is_dated_in_order(string question)
    {
        var reply = Chat.Ask(question);
        var dates = reply.Card!.Items.Select(i => i.When!).ToList();

        Assert.Equal(["event/set"], reply.Topics);
        Assert.Equal("29 May 1948", dates[0]);
        Assert.All(dates, date => Assert.NotEmpty(date));
        Assert.Equal(dates.Select(d => d[^4..]).Order(StringComparer.Ordinal), dates.Select(d => d[^4..]));
        Assert.Contains("Reform of UN peacekeeping of 2007, 29 June 2007", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeline_can_be_narrowed_by_time()
    {
        var card = CardOf("key dates since 2000");

        Assert.Equal("Milestones in the history of UN peacekeeping since 2000", card.Title);
        Assert.All(card.Items, i => Assert.True(string.CompareOrdinal(i.When![^4..], "2000") >= 0));
    }

    [Fact]
    public void A_timeline_of_something_else_is_not_that_of_the_department() =>
        Assert.DoesNotContain("event/set", Chat.Ask("timeline of MINUSMA").Topics);

    [Fact]
    public void Two_questions_at_once_are_answered_in_words() =>
        Assert.Null(Chat.Ask("Who is Kofi Annan and what is UNMIS?").Card);

    [Fact]
    public void What_is_told_in_a_sentence_has_no_card() => Assert.Null(Chat.Ask("When was the department created?").Card);

    [Fact]
    public void A_card_answers_for_itself_with_its_own_sources()
    {
        var reply = Chat.Ask("What is OROLSI?");

        Assert.Contains(reply.Card!.Facts, f => f is { Label: "Head" });
        Assert.True(reply.Card.Sources.Length > reply.Citations.Length);
    }

    /// <summary>What a click on a list sends leads to the very subject that was clicked.</summary>
    [Theory]
    [InlineData("Which missions started since 1948?", "mission", "overview")]
    [InlineData("Who were the heads of the department?", "person", "overview")]
    [InlineData("Timeline of the department", "event", "about")]
    public void Every_line_of_a_list_leads_to_its_subject(string question, string type, string property)
    {
        var chat = new Chat();
        var items = chat.Say(question).Card!.Items;

        Assert.NotEmpty(items);
        foreach (var item in items.Where(i => i.Question is not null))
        {
            var topic = Assert.Single(chat.Say(item.Question!).Topics).Split('/');
            Assert.Equal((type, property), (Knowledge.Subjects[topic[0]].Type, topic[1]));
            Assert.True(
                Knowledge.Languages["en"].Subjects[topic[0]] is var names && (names.Acronym ?? names.Name) == item.Title,
                $"{item.Question} led to {topic[0]}");
        }
    }

    private static ReplyCard CardOf(string question)
    {
        var reply = Chat.Ask(question);
        Assert.Equal(Outcome.Answer, reply.Outcome);
        Assert.NotNull(reply.Card);
        return reply.Card;
    }
}
