using CsCheck;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Tests.Knowledge;

public class PartialDateTests
{
    private static readonly Gen<PartialDate> AnyDate =
        from year in Gen.Int[1, 9999]
        from month in Gen.Int[1, 12]
        from day in Gen.Int[1, DateTime.DaysInMonth(year, month)]
        from known in Gen.Int[1, 3]
        from approximate in Gen.Bool
        select new PartialDate(year, known > 1 ? month : null, known > 2 ? day : null, approximate);

    [Theory]
    [InlineData("1992", "1992-01-01", "1992-12-31")]
    [InlineData("1992-02", "1992-02-01", "1992-02-29")]
    [InlineData("1993-02", "1993-02-01", "1993-02-28")]
    [InlineData("1992-03-01", "1992-03-01", "1992-03-01")]
    [InlineData("1989~", "1989-01-01", "1989-12-31")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    [InlineData("2016-02-29", "2016-02-29", "2016-02-29")]
    public void A_date_is_as_exact_as_it_is_written(string text, string earliest, string latest)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal((earliest, latest), (date.Earliest.ToString("O", null), date.Latest.ToString("O", null)));
        Assert.Equal(text.EndsWith('~'), date.Approximate);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("-")]
    [InlineData("92")]
    [InlineData("19920")]
    [InlineData("0000")]
    [InlineData("1992-")]
    [InlineData("1992-3")]
    [InlineData("1992-00")]
    [InlineData("1992-13")]
    [InlineData("1992-03-1")]
    [InlineData("1992-03-00")]
    [InlineData("1992-03-32")]
    [InlineData("2018-02-30")]
    [InlineData("2017-02-29")]
    [InlineData("1992-03-01-01")]
    [InlineData("-1992")]
    [InlineData("+1992")]
    [InlineData("1992~~")]
    [InlineData("~1992")]
    [InlineData("1992?")]
    [InlineData(" 1992")]
    [InlineData("1992/1993")]
    [InlineData("last year")]
    [InlineData("１９９２")]
    [InlineData("١٩٩٢")]
    public void Anything_else_is_no_date(string text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Equal(default, date);
    }

    [Fact]
    public void Any_date_reads_back_as_it_was_written() =>
        AnyDate.Sample(date => PartialDate.TryParse(date.ToString(), out var read) && read == date);

    [Fact]
    public void Any_date_lies_between_its_first_and_its_last_day() =>
        AnyDate.Sample(date => date.Earliest <= date.Latest && date.Earliest.Year == date.Year && date.Latest.Year == date.Year);

    [Fact]
    public void Any_text_is_a_date_that_reads_back_or_none() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789-~/ "])
            .Sample(text => !PartialDate.TryParse(text, out var date) || date.ToString() == text);
}
