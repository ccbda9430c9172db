using CsCheck;
using DpkoBot.Core.Recognition.Times;
using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Recognition.Times;

/// <summary>What holds for every text and every day, however strange.</summary>
public class AnyTimeTests
{
    private static readonly TimeReader Times = new(EnglishRules.Default);
    private static readonly NumberReader Numbers = new(EnglishRules.Default);

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.OneOf("in", "since", "before", "after", "until", "between", "from", "to", "and", "the", "of", "early", "mid", "end of", "last", "this", "next", "past", "the last", "ago"),
        Gen.OneOf("year", "years", "decade", "century", "millennia", "days", "weeks", "april", "may", "february", "winter", "nineties", "1990s", "00s", "'94", "0s", "now", "today", "q1"),
        Gen.OneOf("nineteen", "twenty", "ninety", "five", "hundred", "thousand", "million", "billion", "dozen", "a", "first", "hundredth", "resolution", "troops", "zero", "oh"),
        Gen.OneOf("٣", "１９９０", "維", "𝟏𝟗", "½", "<b>", "D.P.K.O."),
        Gen.Int[0, 12_000].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Long[0, long.MaxValue].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.String[0, 4]);

    private static readonly Gen<string> Sign = Gen.Frequency((8, Gen.Const(" ")), (3, Gen.OneOf("-", "/", ".", ",", ", ", " - ", "–", "? ", "", "'", "th ", "s ")));

    private static readonly Gen<string> AnyText = Gen.Select(Word, Sign).Select((word, sign) => word + sign).Array[0, 30].Select(string.Concat);

    private static readonly Gen<DateOnly> AnyDay = Gen.Frequency(
        (4, Gen.Int[new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2050, 1, 1).DayNumber]),
        (1, Gen.Int[0, DateOnly.MaxValue.DayNumber]),
        (1, Gen.OneOf(0, DateOnly.MaxValue.DayNumber))).Select(DateOnly.FromDayNumber);

    [Fact]
    public void Times_stand_one_after_the_other_and_end_after_they_start() => Gen.Select(AnyText, AnyDay).Sample(
        (text, today) =>
        {
            var tokens = Utterance.Parse(text).Tokens;
            var end = 0;
            foreach (var time in Times.Read(text, tokens, today))
            {
                Assert.True(time.Count > 0);
                Assert.InRange(time.First, end, tokens.Length);
                end = time.First + time.Count;
                Assert.InRange(end, 0, tokens.Length);
                Assert.True(time.Start is not null || time.End is not null);
                Assert.True((time.Start ?? DateOnly.MinValue) <= (time.End ?? DateOnly.MaxValue), $"{time} in {text}");
            }
        },
        iter: 20_000);

    [Fact]
    public void Numbers_stand_one_after_the_other_and_are_not_negative() => AnyText.Sample(
        text =>
        {
            var tokens = Utterance.Parse(text).Tokens;
            var end = 0;
            foreach (var number in Numbers.Read(text, tokens))
            {
                Assert.True(number.Count > 0);
                Assert.InRange(number.First, end, tokens.Length);
                end = number.First + number.Count;
                Assert.InRange(end, 0, tokens.Length);
                Assert.True(number.Value >= 0);
            }
        },
        iter: 20_000);

    [Fact]
    public void Tokens_that_are_of_another_text_do_no_harm() => Gen.Select(AnyText, AnyText, AnyDay).Sample(
        (text, other, today) => Assert.All(Times.Read(other, Utterance.Parse(text).Tokens, today), time => Assert.True(time.Count > 0)));
}
