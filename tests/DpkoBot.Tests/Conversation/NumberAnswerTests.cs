using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

public class NumberAnswerTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("71", "71")]
    [InlineData("10.05", "10.05")]
    [InlineData("1234", "1,234")]
    [InlineData("999999", "999,999")]
    [InlineData("1000000", "1 million")]
    [InlineData("1234567", "1,234,567")]
    [InlineData("66000000", "66 million")]
    [InlineData("43200000", "43.2 million")]
    [InlineData("1000000000", "1 billion")]
    [InlineData("5590000000", "5.59 billion")]
    [InlineData("69000000000", "69 billion")]
    [InlineData("~4200", "about 4,200")]
    [InlineData(">4400", "more than 4,400")]
    [InlineData("<66000000", "nearly 66 million")]
    [InlineData("284..287", "284 to 287")]
    [InlineData("~284..287", "about 284 to 287")]
    [InlineData("5000000..6000000", "5 million to 6 million")]
    public void A_number_is_said_as_exactly_as_it_is_known(string written, string said)
    {
        Assert.True(FactValue.Number.TryParse(written, out var number));

        Assert.Equal(said, Words.Word(number));
    }

    [Theory]
    [InlineData(0, "no")]
    [InlineData(2, "two")]
    [InlineData(3, "3")]
    [InlineData(1200, "1,200")]
    public void A_small_count_is_said_in_words(int count, string said) => Assert.Equal(said, Words.Count(count));

    [Theory]
    [InlineData("how large is the budget", "The budget: 6.5 dollars (since 2018).")]
    [InlineData("how large is the budget in 2016", "The budget: about 4,200 dollars (2016).")]
    [InlineData("how large is the budget in 2017", "The budget: more than 5 million dollars (2017).")]
    [InlineData("how large is cars", "The number of cars: 284 to 287 cars.")]
    public void A_figure_is_told_with_its_unit_and_its_time(string question, string answer) =>
        Assert.StartsWith(answer + "\n\n", Chat.AskSmall(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("how large is the budget of SOUMIS", "SOUMIS")]
    [InlineData("how large is the budget of the Military Division", "Military Division")]
    public void A_figure_of_something_else_is_not_told(string question, string other)
    {
        var reply = Chat.AskSmall(question);

        Assert.Equal(Outcome.Fallback, reply.Outcome);
        Assert.Contains(other, reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static NumberWording Words => new(SmallEngine.Default.Knowledge.Languages["en"].Rules);
}
