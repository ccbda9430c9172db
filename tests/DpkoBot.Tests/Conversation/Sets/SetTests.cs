using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation.Sets;

/// <summary>Questions for several subjects at once, in the small knowledge.</summary>
public class SetTests
{
    private const string Hilmis = "HILMIS (Hill Country), 1 May 1960 to 30 April 1964";
    private const string Lakmis = "LAKMIS (Lake Country), February 1990 to November 1995";
    private const string Soumis = "SOUMIS (Southland), since 1994";

    [Fact]
    public void A_place_narrows_to_what_lies_in_it() =>
        Assert.StartsWith($"two missions in Northland:\n\n- {Hilmis}\n- {Lakmis}\n\n", Chat.AskSmall("which missions in Northland").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("which missions in Southland", "in Southland", Soumis)]
    [InlineData("which missions ended in 1995", "that ended in 1995", Lakmis)]
    [InlineData("which missions ended in November 1995", "that ended in November 1995", Lakmis)]
    [InlineData("which missions in 1992", "active in 1992", Lakmis)]
    [InlineData("which missions are running", "still active", Soumis)]
    [InlineData("how many missions began in 1960", "that began in 1960", Hilmis)]
    [InlineData("how many missions in Northland began in the 1990s", "in Northland that began between 1990 and 1999", Lakmis)]
    public void The_only_one_is_told_with_what_narrowed_it(string question, string described, string member) =>
        Assert.StartsWith($"One mission {described}: {member}.\n\n", Chat.AskSmall(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("which missions began in the 1990s", $"- {Lakmis}\n- {Soumis}")]
    [InlineData("how many missions began after 1980", $"- {Lakmis}\n- {Soumis}")]
    [InlineData("the former missions", $"- {Hilmis}\n- {Lakmis}")]
    [InlineData("which missions in Southland and Hill Country", $"- {Hilmis}\n- {Soumis}")]
    public void Several_are_counted_and_named_the_earliest_first(string question, string members)
    {
        var text = Chat.AskSmall(question).Text;

        Assert.StartsWith("two missions ", text, StringComparison.Ordinal);
        Assert.Contains($":\n\n{members}\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the oldest mission", "First of 3 missions", Hilmis)]
    [InlineData("the newest mission", "Last of 3 missions", Soumis)]
    [InlineData("longest mission in Northland", "Longest of two missions in Northland", Lakmis)]
    [InlineData("shortest mission in Northland", "Shortest of two missions in Northland", Hilmis)]
    public void What_comes_first_in_an_order_is_told_alone(string question, string heading, string member) =>
        Assert.StartsWith($"{heading}: {member}.\n\n", Chat.AskSmall(question).Text, StringComparison.Ordinal);

    [Fact]
    public void As_many_are_told_as_are_asked_for() =>
        Assert.StartsWith($"First of 3 missions:\n\n- {Hilmis}\n- {Lakmis}\n\n", Chat.AskSmall("the two oldest missions").Text, StringComparison.Ordinal);

    [Fact]
    public void What_still_runs_is_said_as_of_its_source()
    {
        Assert.Contains("As of between April 2017 and December 2018.", Chat.AskSmall("which missions are running").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("As of", Chat.AskSmall("the former missions").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how many missions in Northland began in 2005", "My sources have no mission in Northland that began in 2005.")]
    [InlineData("which missions in Southland ended in 1995", "My sources have no mission in Southland that ended in 1995.")]
    public void An_empty_set_is_told_and_not_filled(string question, string told)
    {
        var reply = Chat.AskSmall(question);

        Assert.Equal(Outcome.Fallback, reply.Outcome);
        Assert.Equal(told, reply.Text);
    }

    [Fact]
    public void Of_them_narrows_the_set_before() =>
        Assert.StartsWith($"One mission in Northland that ended in 1995: {Lakmis}.", Chat.AskSmall("which missions in Northland", "how many of them ended in 1995").Text, StringComparison.Ordinal);

    [Fact]
    public void A_follow_up_on_an_end_keeps_the_beginning_that_was_asked_for() =>
        Assert.DoesNotContain("HILMIS", Chat.AskSmall("which missions began in the 1990s", "how many of them ended before 2000").Text, StringComparison.Ordinal);

    [Fact]
    public void A_follow_up_on_what_still_runs_keeps_the_time_before()
    {
        var text = Chat.AskSmall("which missions began in the 1990s", "which of them are running").Text;

        Assert.Contains(Soumis, text, StringComparison.Ordinal);
        Assert.DoesNotContain("LAKMIS", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_them_without_a_set_before_is_not_answered() => Assert.NotEqual(Outcome.Answer, Chat.AskSmall("which of them are running").Outcome);

    [Fact]
    public void A_set_is_forgotten_with_the_next_question() =>
        Assert.Null(Said("which missions in Northland", "what does the department do").State.LastSet);

    [Fact]
    public void Its_members_are_spoken_of_from_then_on() =>
        Assert.StartsWith("SOUMIS is in Southland.", Chat.AskSmall("which missions are running", "where is it").Text, StringComparison.Ordinal);

    [Fact]
    public void Who_only_stood_in_is_named_but_not_counted() =>
        Assert.StartsWith("two heads of the department who held it until 1999:\n\n- Anna Berg, 1992 to 1996\n- Carla Diaz, 1 March 1997 to 2009\n\nActing: Ben Cole, January 1997 to February 1997.\n\n", Chat.AskSmall("how many heads of the department before 2000").Text, StringComparison.Ordinal);

    [Fact]
    public void All_holders_are_counted_where_their_number_is_asked_for() =>
        Assert.StartsWith("3 heads of the department:", Chat.AskSmall("how many heads of the department").Text, StringComparison.Ordinal);

    private static Chat Said(params ReadOnlySpan<string> texts)
    {
        var chat = new Chat(SmallEngine.Default);
        foreach (var text in texts)
        {
            chat.Say(text);
        }

        return chat;
    }
}
