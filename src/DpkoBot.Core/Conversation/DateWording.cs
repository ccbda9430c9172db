using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Says dates, times and how long something took in a language.</summary>
internal sealed class DateWording(LanguageRules rules)
{
    private const int MonthsPerYear = 12;

    /// <summary>A date, as exactly as it is known.</summary>
    public string Word(PartialDate date)
    {
        var year = Year(date.Year);
        var text = date switch
        {
            { Month: { } month, Day: { } day } => rules.Phrase("date_day", ("day", day.ToString(CultureInfo.InvariantCulture)), ("month", rules.Months[month - 1]), ("year", year)),
            { Month: { } month } => rules.Phrase("date_month", ("month", rules.Months[month - 1]), ("year", year)),
            _ => year,
        };
        return date.Approximate ? rules.Phrase("date_about", ("date", text)) : text;
    }

    /// <summary>A time from one date to another.</summary>
    public string Word(DateRange range) => range.IsSingle
        ? Word(range.Start)
        : rules.Phrase("date_range", ("start", Word(range.Start)), ("end", Word(range.End)));

    /// <summary>A date as the time of something: "in 1992", "on 1 March 1992".</summary>
    public string When(PartialDate date) => rules.Phrase(date.Day is null ? "time_in" : "time_on", ("date", Word(date)));

    /// <summary>A time that was asked for: "in 2003", "since 2010", "between 1990 and 1999".</summary>
    public string When(Period period) => (period.Start, period.End) switch
    {
        ({ } start, { } end) when Whole(start, end) is { } whole => When(whole),
        ({ } start, { } end) => rules.Phrase("time_between", ("start", Word(First(start))), ("end", Word(Last(end)))),
        ({ } start, null) => rules.Phrase("time_since", ("date", Word(First(start)))),
        (null, { } end) => rules.Phrase("time_until", ("date", Word(Last(end)))),
        _ => "",
    };

    /// <summary>From when to when something was: "March 1992 to February 1993", "since 1948".</summary>
    public string Span(PartialDate? from, PartialDate? until) => (from, until) switch
    {
        ({ } start, { } end) when start == end => Word(start),
        ({ } start, { } end) => rules.Phrase("period_from_to", ("start", Word(start)), ("end", Word(end))),
        ({ } start, null) => rules.Phrase("period_from", ("start", Word(start))),
        (null, { } end) => rules.Phrase("period_until", ("end", Word(end))),
        _ => "",
    };

    /// <summary>How long it is from one date to another, as exactly as both are known.</summary>
    public string Length(PartialDate from, PartialDate until)
    {
        var months = ((until.Year - from.Year) * MonthsPerYear) + ((until.Month ?? from.Month ?? 1) - (from.Month ?? until.Month ?? 1));
        if (from.Day is { } start && until.Day is { } end)
        {
            // From the first of a month to the last of another it is whole months.
            months += end < start - 1 ? -1 : start == 1 && until.Latest.AddDays(1).Day == 1 ? 1 : 0;
        }

        var (years, rest) = from.Month is null || until.Month is null ? (months / MonthsPerYear, 0) : (months / MonthsPerYear, months % MonthsPerYear);
        return (years, rest) switch
        {
            (0, _) => Count("length_month", Math.Max(rest, 1)),
            (_, 0) => Count("length_year", years),
            _ => rules.Phrase("length_both", ("years", Count("length_year", years)), ("months", Count("length_month", rest))),
        };
    }

    private string Count(string unit, int count) =>
        rules.Phrase(count == 1 ? unit : unit + "s", ("count", count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The year, month or day that two days are the ends of.</summary>
    private static PartialDate? Whole(DateOnly start, DateOnly end)
    {
        PartialDate[] candidates = [new(start.Year), new(start.Year, start.Month), new(start.Year, start.Month, start.Day)];
        return Array.FindIndex(candidates, c => c.Earliest == start && c.Latest == end) is >= 0 and var i ? candidates[i] : null;
    }

    private static PartialDate First(DateOnly day) => day switch
    {
        { Month: 1, Day: 1 } => new PartialDate(day.Year),
        { Day: 1 } => new PartialDate(day.Year, day.Month),
        _ => new PartialDate(day.Year, day.Month, day.Day),
    };

    private static PartialDate Last(DateOnly day) =>
        day is { Month: MonthsPerYear, Day: 31 } ? new PartialDate(day.Year)
        : day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? new PartialDate(day.Year, day.Month)
        : new PartialDate(day.Year, day.Month, day.Day);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
