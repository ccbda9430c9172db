using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

public sealed class LifetimeTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_began_and_ended_is_over()
    {
        var life = Of("hilmis");

        Assert.Equal(("1960-05-01", "1964-04-30", true), (life.From.ToString(), life.Until.ToString(), life.IsOver));
        Assert.Equal(["established", "ended"], life.Facts.Select(f => f.Property));
    }

    [Fact]
    public void What_has_not_ended_goes_on_as_far_as_its_source_knows()
    {
        var life = Of("soumis");

        Assert.Equal(("1994", null, false), (life.From.ToString(), life.Until?.ToString(), life.IsOver));
        Assert.Equal("2017-04/2018-12", life.AsOf.ToString());
    }

    [Fact]
    public void What_nobody_published_does_not_tell_of_when_it_is()
    {
        folder.Replacing(Sources, "date: 2018, unverified: true", "date: 2024, unverified: true");

        Assert.Equal("2017-04/2018-12", Of("lakmis").AsOf.ToString());
    }

    [Fact]
    public void What_has_no_beginning_is_at_no_time()
    {
        var life = Of("budget");

        Assert.Null(life.From);
        Assert.False(life.Overlaps(Period.Of(2017)));
    }

    [Theory]
    [InlineData("hilmis", 1959, false)]
    [InlineData("hilmis", 1960, true)]
    [InlineData("hilmis", 1964, true)]
    [InlineData("hilmis", 1965, false)]
    [InlineData("soumis", 1993, false)]
    [InlineData("soumis", 2018, true)]
    public void It_was_there_in_each_year_from_its_first_to_its_last(string subject, int year, bool there) => Assert.Equal(there, Of(subject).Overlaps(Period.Of(year)));

    [Theory]
    [InlineData("1990", "1999", "1995", true, true)]
    [InlineData("1990", "1999", "1999", true, true)]
    [InlineData("1990", "1999", "2000", false, false)]
    [InlineData("1990-06", "1999", "1990", true, false)]
    [InlineData(null, "1999", "1948", true, true)]
    [InlineData("1990", null, "2020-05-01", true, true)]
    [InlineData("1990", null, "1989-12-31", false, false)]
    [InlineData(null, null, "1948", true, true)]
    public void A_date_can_touch_a_time_and_lie_in_it(string? start, string? end, string date, bool touches, bool contains)
    {
        var period = new Period(start is null ? null : Date(start).Earliest, end is null ? null : Date(end).Latest);

        Assert.Equal((touches, contains), (period.Touches(Date(date)), period.Contains(Date(date))));
    }

    private Lifetime Of(string subject)
    {
        var knowledge = folder.LoadGood();
        return Lifetime.Of(knowledge.Subjects[subject], knowledge);
    }

    private static PartialDate Date(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        return date;
    }
}
