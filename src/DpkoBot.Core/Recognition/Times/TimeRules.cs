using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>Tells which time a pattern with filled slots is.</summary>
internal static class TimeRules
{
    /// <summary>A time that stands for itself; null if the slots make none.</summary>
    public static TimeReading? Resolve(TimePattern pattern, in TimeSlots slots, DateOnly today, int count) => pattern.Rule switch
    {
        TimeRule.Day => new TimeReading(count, Day(slots.Year.Value, slots.Month, slots.Day)),
        TimeRule.Month when slots.Year.Value == 0 => LatestMonth(slots.Month, today, count),
        TimeRule.Month => new TimeReading(count, CalendarPeriod.Months(slots.Year.Value, slots.Month, 1, TimeGrain.Month)),
        TimeRule.Season => new TimeReading(count, OfSeason(slots.Season, slots.Year.Value)),
        TimeRule.Year => new TimeReading(count, CalendarPeriod.Years(slots.Year.Value, 1, TimeGrain.Year), IsWeak: slots.Year.IsNumber),
        TimeRule.Decade => Found(count, Decade(slots, today)),
        TimeRule.Nth => Found(count, Nth(slots)),
        TimeRule.Last or TimeRule.Next when slots.Unit == TimeGrain.Day => null, // The last day is that of something, not yesterday.
        TimeRule.Last => Found(count, Shifted(today, slots.Unit, -1)),
        TimeRule.This => Found(count, Shifted(today, slots.Unit, 0)),
        TimeRule.Next => Found(count, Shifted(today, slots.Unit, 1)),
        TimeRule.Ago => Found(count, Ago(slots, today)),
        TimeRule.Past => Found(count, Past(slots, today)),
        TimeRule.Coming => Found(count, Units(slots) is { } n && CalendarPeriod.Shift(today, slots.Unit, n) is { } end ? new CalendarPeriod(today, end, slots.Unit) : null),
        TimeRule.Today => Found(count, CalendarPeriod.Of(TimeGrain.Day, today)),
        TimeRule.Now => new TimeReading(count, CalendarPeriod.Of(TimeGrain.Day, today), IsWeak: true),
        TimeRule.Yesterday => Found(count, Shifted(today, TimeGrain.Day, -1)),
        TimeRule.Tomorrow => Found(count, Shifted(today, TimeGrain.Day, 1)),
        TimeRule.Named => Found(count, new CalendarPeriod(pattern.Named.Start.Earliest, pattern.Named.End.Latest, pattern.Named is { IsSingle: true, Start.Month: not null } ? TimeGrain.Month : TimeGrain.Year)),
        TimeRule.Part => Found(count, slots.First.Period?.Part(pattern.Part)),
        _ => null,
    };

    /// <summary>A time in relation to others, from <paramref name="first"/> on; null if there is none.</summary>
    public static TimeMention? Relate(TimeRule rule, in TimeSlots slots, int first, int count)
    {
        if (slots.First.Period is not { } time)
        {
            return null;
        }

        return rule switch
        {
            TimeRule.Within => new TimeMention(first, count, time.Start, time.End, time.Grain),
            TimeRule.Since => new TimeMention(first, count, time.Start, null, time.Grain),
            TimeRule.Until => new TimeMention(first, count, null, time.End, time.Grain),
            TimeRule.After when time.End < DateOnly.MaxValue => new TimeMention(first, count, time.End.AddDays(1), null, time.Grain),
            TimeRule.Before when time.Start > DateOnly.MinValue => new TimeMention(first, count, null, time.Start.AddDays(-1), time.Grain),
            TimeRule.Between when slots.Second.Period is { } other => Between(OfTheSameYear(slots.First, other), other, first, count),
            _ => null,
        };
    }

    /// <summary>A day, if there is such a one.</summary>
    public static CalendarPeriod? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? CalendarPeriod.Of(TimeGrain.Day, new DateOnly(year, month, day))
            : null;

    private static TimeReading? Found(int count, CalendarPeriod? period) => period is null ? null : new TimeReading(count, period);

    private static TimeReading LatestMonth(int month, DateOnly today, int count)
    {
        var year = Math.Max(month <= today.Month ? today.Year : today.Year - 1, 1);
        return new TimeReading(count, CalendarPeriod.Months(year, month, 1, TimeGrain.Month), IsWeak: true, OpenMonth: month);
    }

    private static CalendarPeriod OfSeason(Season season, int year) =>
        CalendarPeriod.Months(year, season.FirstMonth, ((season.LastMonth - season.FirstMonth + 12) % 12) + 1, TimeGrain.Season);

    /// <summary>1990 as it is; 90 as the latest decade that is called so; nineteen and 90 together.</summary>
    private static CalendarPeriod? Decade(in TimeSlots slots, DateOnly today)
    {
        var said = (slots.Year.Value, slots.Decade, slots.Number) switch
        {
            (> 0 and var year, _, _) => year,
            (_, { } decade and < 100, { } century) => (century * 100) + decade,
            (_, { } decade, null) => decade,
            (_, null, { } number) => number,
            _ => -1,
        };
        var first = said is >= 0 and < 100 ? TimeScan.Latest(said, today.Year) : said;
        return first % 10 == 0 && first is >= SlotReader.FirstYear and <= SlotReader.LastYear ? CalendarPeriod.Years(first, 10, TimeGrain.Decade) : null;
    }

    private static CalendarPeriod? Nth(in TimeSlots slots)
    {
        var length = slots.Unit switch { TimeGrain.Century => 100, TimeGrain.Millennium => 1000, _ => 0 };
        var which = slots.Ordinal > 0 ? slots.Ordinal : slots.Number ?? 0;
        return length > 0 && which >= 1 && which < 10_000 / length ? CalendarPeriod.Years(((which - 1) * length) + 1, length, slots.Unit) : null;
    }

    private static CalendarPeriod? Shifted(DateOnly today, TimeGrain unit, int units) =>
        CalendarPeriod.Shift(today, unit, units) is { } day ? CalendarPeriod.Of(unit, day) : null;

    /// <summary>"Two decades ago" is a year, not a decade.</summary>
    private static CalendarPeriod? Ago(in TimeSlots slots, DateOnly today) =>
        Units(slots) is { } n && CalendarPeriod.Shift(today, slots.Unit, -n) is { } day
            ? CalendarPeriod.Of(slots.Unit > TimeGrain.Year ? TimeGrain.Year : slots.Unit, day)
            : null;

    /// <summary>"The past ten years" end today; "the last century" is the one before this.</summary>
    private static CalendarPeriod? Past(in TimeSlots slots, DateOnly today)
    {
        if (slots.Number is null && slots.Unit >= TimeGrain.Century)
        {
            return Shifted(today, slots.Unit, -1);
        }

        return Units(slots) is { } n && CalendarPeriod.Shift(today, slots.Unit, -n) is { } start ? new CalendarPeriod(start, today, slots.Unit) : null;
    }

    private static int? Units(in TimeSlots slots) => slots.Number is 0 ? null : slots.Number ?? 1;

    /// <summary>"Between April and June 1994": the year that was said once is meant twice.</summary>
    private static CalendarPeriod OfTheSameYear(TimeReading time, CalendarPeriod other) => time.OpenMonth > 0 && other.Grain <= TimeGrain.Month
        ? CalendarPeriod.Months(time.OpenMonth <= other.Start.Month || other.Start.Year == 1 ? other.Start.Year : other.Start.Year - 1, time.OpenMonth, 1, TimeGrain.Month)
        : time.Period!.Value;

    private static TimeMention Between(CalendarPeriod one, CalendarPeriod other, int first, int count) => new(
        first,
        count,
        one.Start < other.Start ? one.Start : other.Start,
        one.End > other.End ? one.End : other.End,
        one.Grain < other.Grain ? one.Grain : other.Grain);
}
