using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Tests.Recognition;

public class SpellerTests
{
    // Words of sentences with how often they occur; ordinary words that no sentence uses occur 0 times.
    private static readonly Speller Speller = new(
        new Dictionary<string, int>
        {
            ["dpko"] = 40, ["oma"] = 8, ["orolsi"] = 8, ["un"] = 30, ["unmibh"] = 2,
            ["what"] = 500, ["why"] = 60, ["does"] = 200, ["many"] = 40, ["offices"] = 20, ["office"] = 60, ["created"] = 30,
            ["department"] = 50, ["peacekeeping"] = 60, ["peacekeepers"] = 20, ["operations"] = 30, ["head"] = 20, ["heads"] = 20,
            ["exist"] = 12, ["train"] = 10, ["peace"] = 0, ["keeping"] = 0, ["lead"] = 0, ["tank"] = 0,
        },
        ["dpko", "oma", "orolsi", "un", "unmibh"],
        ["dpko", "oma", "orolsi", "un", "unmibh", "department", "peacekeeping", "operations", "office"]);

    [Theory]
    [InlineData("waht", "what")]
    [InlineData("ahwt", "ahwt")]
    [InlineData("offcie", "office")]
    [InlineData("ofice", "office")]
    [InlineData("offfice", "office")]
    [InlineData("oficces", "offices")]
    [InlineData("ceated", "created")]
    [InlineData("creatd", "created")]
    [InlineData("vreated", "created")]
    [InlineData("wy", "why")]
    [InlineData("departmnet", "department")]
    [InlineData("deparmtnent", "department")]
    [InlineData("peacekepping", "peacekeeping")]
    public void A_slip_is_put_right(string written, string meant) => Assert.Equal(meant, Corrected(written));

    [Theory]
    [InlineData("existing", "exist")]
    [InlineData("trainers", "train")]
    [InlineData("tanking", "tanking")]
    public void An_ending_is_left_out_where_sentences_know_the_word_without_it(string written, string meant) => Assert.Equal(meant, Corrected(written));

    [Theory]
    [InlineData("what lead peace tank does")]
    [InlineData("peace office")]
    [InlineData("head heads")]
    public void Known_words_stay_as_they_are(string text) => Assert.Equal(text, Corrected(text));

    [Theory]
    [InlineData("xylophone")]
    [InlineData("ofc1ce")]
    [InlineData("q")]
    [InlineData("whale")]
    [InlineData("zzzzzzzzzzzzzzzz")]
    public void What_is_near_to_nothing_stays_as_it_is(string word) => Assert.Equal(word, Corrected(word));

    [Theory]
    [InlineData("DKPO", "dpko")]
    [InlineData("dkpo", "dpko")]
    [InlineData("PDKO", "dpko")]
    [InlineData("OROLS", "orolsi")]
    [InlineData("OROLSII", "orolsi")]
    [InlineData("DPKOs", "dpko")]
    public void An_acronym_is_forgiven_an_exchange_or_a_letter_more_or_less_if_it_is_long(string written, string meant) =>
        Assert.Equal(meant, Corrected(written));

    [Theory]
    [InlineData("DPRK")]
    [InlineData("DPKA")]
    [InlineData("DPK")]
    [InlineData("dprk")]
    [InlineData("OMB")]
    [InlineData("OM")]
    [InlineData("OROLSA")]
    [InlineData("OFICE")]
    [InlineData("WAHT")]
    public void Another_acronym_is_another_one(string written) => Assert.Equal(written.ToLowerInvariant(), Corrected(written));

    [Theory]
    [InlineData("peace keeping", "peacekeeping")]
    [InlineData("what does peace keeping what", "what does peacekeeping what")]
    [InlineData("peace keepers", "peacekeepers")]
    [InlineData("peece keeping", "peacekeeping")]
    public void Words_that_were_parted_are_joined(string written, string meant) => Assert.Equal(meant, Corrected(written));

    [Theory]
    [InlineData("manyoffices", "many offices")]
    [InlineData("whatdoes", "what does")]
    public void Words_that_were_joined_are_parted(string written, string meant) => Assert.Equal(meant, Corrected(written));

    [Fact]
    public void What_was_put_right_still_points_at_what_was_written()
    {
        var tokens = Correct("Waht manyoffices, peace keeping?");

        Assert.Equal(
            [
                new Token("what", 0, 4, IsCapitalized: true),
                new Token("many", 5, 4), new Token("offices", 9, 7),
                new Token("peacekeeping", 18, 13),
            ],
            tokens);
    }

    [Fact]
    public void Of_two_words_equally_near_the_one_that_is_asked_for_more_often_is_meant()
    {
        var speller = new Speller(new Dictionary<string, int> { ["band"] = 2, ["bank"] = 90, ["bang"] = 0 }, [], []);

        Assert.Equal("bank", Assert.Single(speller.Correct(Utterance.Parse("banq").Tokens, _ => false)).Text);
    }

    [Theory]
    [InlineData("who is Hean", "hean")]
    [InlineData("the Departmnet", "department")]
    public void A_capital_within_a_sentence_shows_a_name_and_no_misspelled_ordinary_word(string text, string last) =>
        Assert.Equal(last, Speller.Correct(Utterance.Parse(text).Tokens, _ => false)[^1].Text);

    [Fact]
    public void It_knows_what_occurs_and_nothing_else()
    {
        Assert.True(Speller.Knows("dpko"));
        Assert.True(Speller.Knows("lead"));
        Assert.False(Speller.Knows("waht"));
    }

    private static string Corrected(string text) => string.Join(' ', Correct(text).Select(token => token.Text));

    private static List<Token> Correct(string text) => Speller.Correct(Utterance.Parse(text).Tokens, _ => false);
}
