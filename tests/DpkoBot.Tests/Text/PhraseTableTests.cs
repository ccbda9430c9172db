using DpkoBot.Core.Text;

namespace DpkoBot.Tests.Text;

public class PhraseTableTests
{
    private static readonly PhraseTable<string> Table = new(
    [
        ("how many", "count"), ("how", "manner"), ("the longest", "long"), ("the longest running", "lasting"), ("Führer", "head"), ("", "nothing"), ("?!", "nothing"), ("now", "first"), ("Now!", "second"),
        ("多少", "count"),
    ]);

    [Theory]
    [InlineData("how many missions", 0, "count", 2)]
    [InlineData("how is it", 0, "manner", 1)]
    [InlineData("how", 0, "manner", 1)]
    [InlineData("which is the longest running mission", 2, "lasting", 3)]
    [InlineData("which is the longest mission", 2, "long", 2)]
    [InlineData("the longest", 0, "long", 2)]
    public void The_longest_phrase_wins_that_starts_at_a_word(string text, int first, string value, int length) =>
        Assert.Equal((value, length), At(text, first));

    [Theory]
    [InlineData("How Many missions", "count")]
    [InlineData("HOW—MANY", "count")]
    [InlineData("fuhrer", "head")]
    [InlineData("多少", "count")]
    public void Phrases_are_compared_as_texts_are_cut(string text, string value) => Assert.Equal(value, At(text, 0)?.Value);

    [Theory]
    [InlineData("many missions", 0)]
    [InlineData("the mission", 0)]
    [InlineData("the", 0)]
    [InlineData("how many missions", 1)]
    public void A_part_of_a_phrase_is_none(string text, int first) => Assert.Null(At(text, first));

    [Fact]
    public void Of_two_values_of_a_phrase_the_first_is_kept() => Assert.Equal("first", At("now", 0)?.Value);

    [Fact]
    public void A_table_without_phrases_finds_nothing() => Assert.Null(new PhraseTable<int>([]).At(Utterance.Parse("how many").Tokens, 0));

    private static (string Value, int Length)? At(string text, int first) => Table.At(Utterance.Parse(text).Tokens, first);
}
