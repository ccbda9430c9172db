using System.Globalization;
using CsCheck;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Tests.Knowledge;

public class NumberFormTests
{
    [Theory]
    [InlineData("71", "71", null, Accuracy.Exact)]
    [InlineData("0", "0", null, Accuracy.Exact)]
    [InlineData("-3", "-3", null, Accuracy.Exact)]
    [InlineData("10.05", "10.05", null, Accuracy.Exact)]
    [InlineData("69000000000", "69000000000", null, Accuracy.Exact)]
    [InlineData("~4200", "4200", null, Accuracy.About)]
    [InlineData(">4400", "4400", null, Accuracy.MoreThan)]
    [InlineData("<4200", "4200", null, Accuracy.Nearly)]
    [InlineData("284..287", "284", "287", Accuracy.Exact)]
    [InlineData("~1.5..2.5", "1.5", "2.5", Accuracy.About)]
    public void A_number_is_as_exact_as_it_is_known(string text, string value, string? upTo, Accuracy accuracy)
    {
        Assert.True(FactValue.Number.TryParse(text, out var number));

        Assert.Equal(new FactValue.Number(Decimal(value), upTo is null ? null : Decimal(upTo), accuracy), number);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("many")]
    [InlineData("~")]
    [InlineData("~~5")]
    [InlineData("5~")]
    [InlineData("1,000")]
    [InlineData("1 000")]
    [InlineData("1e6")]
    [InlineData("..")]
    [InlineData("5..")]
    [InlineData("..5")]
    [InlineData("1..2..3")]
    [InlineData("287..284")]
    [InlineData("5..5")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    public void Anything_else_is_no_number(string text) => Assert.False(FactValue.Number.TryParse(text, out _));

    [Fact]
    public void Any_text_is_a_number_or_none() =>
        Gen.OneOf(Gen.String, Gen.String["0129.~<>-"]).Sample(text => FactValue.Number.TryParse(text, out var number) ? number.UpTo is null || number.UpTo > number.Value : true);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
