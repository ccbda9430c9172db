using CsCheck;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Tests.Knowledge;

public class DateRangeTests
{
    [Theory]
    [InlineData("1992", "1992", "1992")]
    [InlineData("2017-04/2018-12", "2017-04", "2018-12")]
    [InlineData("1989~/1992-03-01", "1989~", "1992-03-01")]
    [InlineData("1992/1992-03", "1992", "1992-03")]
    [InlineData("1992-03/1992", "1992-03", "1992")]
    public void A_range_has_a_start_and_an_end(string text, string start, string end)
    {
        Assert.True(DateRange.TryParse(text, out var range));
        Assert.Equal((start, end), (range.Start.ToString(), range.End.ToString()));
        Assert.Equal(start == end, range.IsSingle);
        Assert.Equal(text, range.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("1992/")]
    [InlineData("/1992")]
    [InlineData("1992/1993/1994")]
    [InlineData("1993/1992")]
    [InlineData("2018-02-30/2019")]
    [InlineData("2017 / 2018")]
    [InlineData("1992..1993")]
    public void Anything_else_is_no_range(string text) => Assert.False(DateRange.TryParse(text, out _));

    [Fact]
    public void Any_text_is_a_range_that_reads_back_or_none() =>
        Gen.OneOf(Gen.String, Gen.String["0129-~/"])
            .Sample(text => !DateRange.TryParse(text, out var range) || range.ToString() == text || range.IsSingle);

    [Theory]
    [InlineData(null, null, 1900, true)]
    [InlineData(null, null, 2018, true)]
    [InlineData(null, null, 2019, false)]
    [InlineData("1992", null, 1991, false)]
    [InlineData("1992", null, 1992, true)]
    [InlineData("1992-12-31", "1993-01-01", 1993, true)]
    [InlineData("1992", "1996", 1997, false)]
    [InlineData("2025", null, 2025, true)]
    [InlineData("2025", null, 2026, false)]
    public void A_fact_holds_from_its_start_to_its_end_or_to_its_source(string? from, string? until, int year, bool holds)
    {
        var fact = new Fact
        {
            Subject = "dept",
            Property = "staff",
            Value = new FactValue.Number(1),
            Source = "page",
            AsOf = new DateRange(new PartialDate(2017), new PartialDate(2018)),
            From = Date(from),
            Until = Date(until),
        };

        Assert.Equal(holds, fact.HoldsIn(Period.Of(year)));
    }

    private static PartialDate? Date(string? text) => text is not null && PartialDate.TryParse(text, out var date) ? date : null;
}
