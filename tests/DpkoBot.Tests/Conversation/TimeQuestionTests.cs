using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>Questions about who and what was when, in the small knowledge.</summary>
public class TimeQuestionTests
{
    [Theory]
    [InlineData("who headed the department in 1993", "The department was headed by Anna Berg (1992 to 1996).")]
    [InlineData("who headed the department in 2005", "The department was headed by Carla Diaz (1 March 1997 to 2009).")]
    [InlineData("who headed the department in 2015", "Emil Fox (since 2010) heads the department.")]
    [InlineData("who headed the department in February 1997", "The department was headed by Ben Cole (acting) (January 1997 to February 1997).")]
    [InlineData("who heads the department", "Emil Fox (since 2010) heads the department.")]
    public void Who_headed_it_then_is_told_with_the_dates(string question, string answer) => Assert.StartsWith(answer + "\n\n", Chat.AskSmall(question).Text, StringComparison.Ordinal);

    [Fact]
    public void Before_there_was_a_department_the_office_that_it_grew_out_of_is_told() =>
        Assert.StartsWith("The Peace Desk was headed by Gina Hall (1950 to 1980).\n\n", Chat.AskSmall("who headed the department in 1960").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("who headed the department in 1940", "in 1940")]
    [InlineData("who headed the department in 2030", "in 2030")]
    [InlineData("how large is the budget in 2012", "in 2012")]
    public void A_time_that_the_sources_do_not_reach_is_not_answered(string question, string time)
    {
        var reply = Chat.AskSmall(question);

        Assert.Equal(Outcome.Fallback, reply.Outcome);
        Assert.Contains(time, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who came before Carla Diaz", "Before Carla Diaz came Anna Berg (1992 to 1996) in the department.")]
    [InlineData("who came after Carla Diaz", "After Carla Diaz came Emil Fox (since 2010) in the department.")]
    [InlineData("who came before Anna Berg", "Before Anna Berg came Gina Hall (1950 to 1980) in the Peace Desk.")]
    [InlineData("who came before Anna Berg in the Peace Desk", "Before Anna Berg came Gina Hall (1950 to 1980) in the Peace Desk.")]
    [InlineData("who came after Anna Berg", "After Anna Berg came Carla Diaz (1 March 1997 to 2009) in the department.")]
    public void Who_came_before_and_after_is_told_with_where(string question, string answer) => Assert.StartsWith(answer + "\n\n", Chat.AskSmall(question).Text, StringComparison.Ordinal);

    [Fact]
    public void Who_came_before_in_an_office_without_anybody_before_is_not_told_of_another() =>
        Assert.NotEqual(Outcome.Answer, Chat.AskSmall("who came before Anna Berg in the department").Outcome);

    [Fact]
    public void The_first_was_preceded_by_nobody_whom_the_sources_know() => Assert.Equal("My sources do not say who came before Gina Hall.", Chat.AskSmall("who came before Gina Hall").Text);

    [Fact]
    public void One_can_go_back_from_one_to_the_next() =>
        Assert.StartsWith("Before Anna Berg came Gina Hall", Chat.AskSmall("who came before Carla Diaz", "and who came before her").Text.Replace("Before Emil", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("was LAKMIS running in 1992", "LAKMIS was there in 1992: February 1990 to November 1995.")]
    [InlineData("was LAKMIS running in 1980", "LAKMIS was not there in 1980: February 1990 to November 1995.")]
    [InlineData("was SOUMIS running in 2010", "SOUMIS was there in 2010: since 1994.")]
    [InlineData("is SOUMIS still running", "SOUMIS was active as of between April 2017 and December 2018, since 1994.")]
    [InlineData("is HILMIS still there", "HILMIS is over: 1 May 1960 to 30 April 1964.")]
    [InlineData("how long was LAKMIS there", "LAKMIS was there from February 1990 to November 1995: 5 years and 9 months.")]
    [InlineData("how long was HILMIS there", "HILMIS was there from 1 May 1960 to 30 April 1964: 4 years.")]
    public void Whether_and_how_long_something_was_there_is_told(string question, string answer) => Assert.StartsWith(answer + "\n\n", Chat.AskSmall(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("what is the motto of the department in 1995", "Peace first")]
    [InlineData("what is the motto of the department in 2005", "Peace together")]
    [InlineData("what is the motto of the department", "Peace together")]
    public void A_wording_that_changed_is_that_of_the_time(string question, string motto) =>
        Assert.StartsWith($"The motto of the department is {motto}.\n\n", Chat.AskSmall(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("1992", "1996", "4 years")]
    [InlineData("1992", "1993", "1 year")]
    [InlineData("1992-03", "1993-09", "1 year and 6 months")]
    [InlineData("1992-03", "1992-04", "1 month")]
    [InlineData("1992-03-01", "1992-03-20", "1 month")]
    [InlineData("1948-05-29", "1949-01-24", "7 months")]
    [InlineData("2004-04-04", "2017-06-30", "13 years and 2 months")]
    [InlineData("1960-05-01", "1964-04-30", "4 years")]
    [InlineData("1995-01-01", "2000-12-31", "6 years")]
    [InlineData("1995-01-15", "1995-02-14", "1 month")]
    [InlineData("2000-03-01", "2000-04-15", "1 month")]
    [InlineData("1990-06", "1995", "5 years")]
    public void A_length_is_as_exact_as_its_ends(string from, string until, string length) =>
        Assert.Equal(length, new DateWording(Rules).Length(Date(from), Date(until)));

    private static LanguageRules Rules => SmallEngine.Default.Knowledge.Languages["en"].Rules;

    private static PartialDate Date(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        return date;
    }
}
