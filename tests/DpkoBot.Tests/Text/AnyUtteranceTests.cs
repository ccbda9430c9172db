using System.Text;
using CsCheck;
using DpkoBot.Core.Text;

namespace DpkoBot.Tests.Text;

/// <summary>What holds for every text, however strange.</summary>
public class AnyUtteranceTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf("DPKO", "D.P.K.O.", "U N D P", "what's", "office", "é", "e\u0301", "ﬃ", "İ", "ß", "Ǆ", "ⅷ", "½", "ª", "１", "٣", "ـ", "ﷺ", "維", "กำ", "𝐃", "𠀀", "😀", "\u200B", "\u00AD", "\u202E"),
        Gen.OneOf(" ", "  ", ".", "'", "\u2019", "-", "_", "\n", "\0", "\uD83D", "\uDE00", "\uFFFE", "\uFFFF"),
        Gen.String[0, 6],
        Gen.Char[' ', '~'].Select(c => c.ToString()),
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(value => new Rune(value).ToString()),
        Gen.Select(Gen.OneOf("a", "D", "D.", "D ", "维", "\u0301", "𝐃", "\uD83D"), Gen.Int[1, 120]).Select((text, times) => string.Concat(Enumerable.Repeat(text, times))));

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String, Piece.Array[0, 40].Select(string.Concat));

    [Fact]
    public void Tokens_stand_in_the_text_one_after_the_other() => AnyText.Sample(text =>
    {
        var utterance = Utterance.Parse(text);
        Assert.Equal(text, utterance.Text);
        var end = 0;
        foreach (var token in utterance.Tokens)
        {
            Assert.InRange(token.Start, end, text.Length);
            Assert.True(token.Length > 0);
            end = token.Start + token.Length;
            Assert.InRange(end, 0, text.Length);
        }
    });

    [Fact]
    public void A_token_holds_letters_and_digits_alone_and_perhaps_a_plus_at_its_end() => AnyText.Sample(text =>
        Assert.All(Utterance.Parse(text).Tokens, token =>
        {
            Assert.NotEmpty(token.Text);
            Assert.NotEqual("+", token.Text);
            Assert.All((token.Text.EndsWith('+') ? token.Text[..^1] : token.Text).EnumerateRunes(), rune => Assert.True(Rune.IsLetterOrDigit(rune), $"U+{rune.Value:X4}"));
        }));

    [Fact]
    public void The_same_text_has_the_same_tokens() => AnyText.Sample(text =>
        Assert.Equal(Utterance.Parse(text).Tokens, Utterance.Parse(new string(text.AsSpan())).Tokens));

    [Fact]
    public void No_text_has_too_many_tokens() =>
        Gen.Select(Piece, Gen.Int[300, 3_000]).Sample(
            (piece, times) => Assert.InRange(Utterance.Parse(string.Concat(Enumerable.Repeat(piece + ",", times))).Tokens.Length, 0, Utterance.MaxTokens),
            iter: 50);

    [Fact]
    public void No_word_is_longer_than_a_word_may_be() => AnyText.Sample(text =>
        Assert.All(Utterance.Parse(text).Tokens, token => Assert.InRange(token.Text.Length, 1, Utterance.MaxWordLength)));

    [Fact]
    public void Case_makes_no_difference_to_any_plain_text() =>
        Gen.String[Gen.Char[' ', '~'], 0, 60].Sample(text =>
            Assert.Equal(string.Concat(Words(text.ToLowerInvariant())), string.Concat(Words(text.ToUpperInvariant()))));

    private static IEnumerable<string> Words(string text) => Utterance.Parse(text).Tokens.Select(token => token.Text);
}
