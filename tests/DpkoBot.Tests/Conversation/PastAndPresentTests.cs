using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>Who and what was when, with the bot's own knowledge.</summary>
public class PastAndPresentTests
{
    [Theory]
    [InlineData("who preceded Jean-Pierre Lacroix", "Hervé Ladsous")]
    [InlineData("who came before Hervé Ladsous?", "Alain Le Roy")]
    [InlineData("who came after Kofi Annan at the head of the department?", "Bernard Miyet")]
    [InlineData("Who headed the department in 2003?", "Jean-Marie Guéhenno")]
    [InlineData("who was in charge of the department in 1994", "Kofi Annan")]
    [InlineData("who headed the department in 1985", "Brian Urquhart")]
    [InlineData("was UNTSO active in 1950?", "was active in 1950")]
    [InlineData("was MONUSCO active in 1995?", "was not active in 1995")]
    [InlineData("is ONUC still active?", "no longer active")]
    [InlineData("is UNFICYP still active?", "since 27 March 1964")]
    [InlineData("how long did UNTAC last?", "1 year and 6 months")]
    [InlineData("which mission came first, UNTSO or UNMOGIP?", "(UNTSO) came first, 7 months before")]
    [InlineData("what was the peacekeeping budget in 2015", "2015")]
    [InlineData("what is the peacekeeping budget", "US dollars (1 July 2025 to 30 June 2026)")]
    public void It_is_answered(string question, string told)
    {
        var reply = Chat.Ask(question);

        Assert.Equal(Outcome.Answer, reply.Outcome);
        Assert.Contains(told, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_came_after_as_something_else_is_not_told_of_the_department() =>
        Assert.DoesNotContain("Miyet", Chat.Ask("who came after Kofi Annan as Secretary-General?").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("What is the budget of the Office of Military Affairs?")]
    [InlineData("the budget of the mission in Mali")]
    [InlineData("how large is the budget of UNIFIL")]
    [InlineData("how many staff does the Police Division have?")]
    public void A_figure_of_one_is_not_told_of_another(string question) => Assert.Equal(Outcome.Fallback, Chat.Ask(question).Outcome);

    [Fact]
    public void A_figure_that_was_asked_for_is_not_what_was_asked_before() =>
        Assert.StartsWith("peacekeeping-budget/", Chat.Ask("when was UNTSO established", "what is the peacekeeping budget").Topics[0], StringComparison.Ordinal);

    [Fact]
    public void Something_that_rests_on_nothing_published_says_so() =>
        Assert.Contains("not yet checked against a published source", Chat.Ask("who headed the Office of Military Affairs in 2008").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("which mission was it that watched the Suez Canal in the 1950s", "UNEF I")]
    [InlineData("what was the operation called that helped Namibia to independence", "UNTAG")]
    [InlineData("which mission was it that separated the Israelis and the Syrians on the Golan?", "UNDOF")]
    [InlineData("which mission has watched the truce between Israel and the Arab states since 1948?", "UNTSO")]
    public void What_is_described_is_found_without_its_name(string question, string mission)
    {
        var reply = Chat.Ask(question);

        Assert.Equal(Outcome.Answer, reply.Outcome);
        Assert.Contains(mission, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("which mission was it that landed on the moon?")]
    [InlineData("what was the operation called that freed the hostages in Entebbe")]
    public void What_nobody_knows_is_not_guessed(string question) => Assert.NotEqual(Outcome.Answer, Chat.Ask(question).Outcome);
}
