using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>A time from one day to another, and how exactly it was said.</summary>
internal readonly record struct CalendarPeriod(DateOnly Start, DateOnly End, TimeGrain Grain)
{
    /// <summary>The unit of the calendar that a day lies in.</summary>
    public static CalendarPeriod Of(TimeGrain grain, DateOnly day)
    {
        return grain switch
        {
            TimeGrain.Day => new CalendarPeriod(day, day, grain),
            TimeGrain.Week => Week(day),
            TimeGrain.Month or TimeGrain.Season => Months(day.Year, day.Month, 1, TimeGrain.Month),
            TimeGrain.Year => Years(day.Year, 1, grain),
            TimeGrain.Decade => Years(day.Year / 10 * 10, 10, grain),
            TimeGrain.Century => Years(((day.Year - 1) / 100 * 100) + 1, 100, grain),
            _ => Years(((day.Year - 1) / 1000 * 1000) + 1, 1000, grain),
        };
    }

    /// <summary>So many months from the first day of one of them on.</summary>
    public static CalendarPeriod Months(int year, int month, int count, TimeGrain grain)
    {
        var start = new DateOnly(year, month, 1);
        return new CalendarPeriod(start, (Shift(start, TimeGrain.Month, count)?.AddDays(-1)) ?? DateOnly.MaxValue, grain);
    }

    /// <summary>So many years from the first day of one of them on.</summary>
    public static CalendarPeriod Years(int year, int count, TimeGrain grain) =>
        new(new DateOnly(Math.Max(year, 1), 1, 1), new DateOnly(Math.Min(year + count - 1, DateOnly.MaxValue.Year), 12, 31), grain);

    /// <summary>The day so many units later (or, below zero, earlier); null beyond what the calendar holds.</summary>
    public static DateOnly? Shift(DateOnly day, TimeGrain grain, int units)
    {
        var (months, days) = grain switch
        {
            TimeGrain.Day => (0L, (long)units),
            TimeGrain.Week => (0, units * 7L),
            TimeGrain.Month => (units, 0),
            TimeGrain.Season => (units * 3L, 0),
            TimeGrain.Year => (units * 12L, 0),
            TimeGrain.Decade => (units * 120L, 0),
            TimeGrain.Century => (units * 1200L, 0),
            _ => (units * 12_000L, 0),
        };
        var month = (day.Year * 12L) + day.Month - 1 + months;
        var number = day.DayNumber + days;
        return month < 12 || month / 12 > DateOnly.MaxValue.Year || number < 0 || number > DateOnly.MaxValue.DayNumber
            ? null
            : day.AddMonths((int)months).AddDays((int)days);
    }

    /// <summary>A part of it, in whole units of the next smaller kind; null if it is too short to have any.</summary>
    public CalendarPeriod? Part(TimePart part)
    {
        var unit = Grain >= TimeGrain.Decade ? TimeGrain.Year : Grain >= TimeGrain.Season ? TimeGrain.Month : TimeGrain.Day;
        var length = unit switch
        {
            TimeGrain.Year => End.Year - Start.Year + 1,
            TimeGrain.Month => ((End.Year - Start.Year) * 12) + End.Month - Start.Month + 1,
            _ => End.DayNumber - Start.DayNumber + 1,
        };
        var first = UpTo(part.First - 1);
        var end = UpTo(part.Last);
        var next = end < length ? Shift(Start, unit, end) : null;
        return first < end && Shift(Start, unit, first) is { } start ? new CalendarPeriod(start, next?.AddDays(-1) ?? End, unit) : null;

        int UpTo(int parts) => ((length * parts) + part.Of - 1) / part.Of;
    }

    private static CalendarPeriod Week(DateOnly day)
    {
        var sinceMonday = ((int)day.DayOfWeek + 6) % 7;
        var start = day.DayNumber < sinceMonday ? day : day.AddDays(-sinceMonday);
        return new CalendarPeriod(start, Shift(start, TimeGrain.Day, 6) ?? DateOnly.MaxValue, TimeGrain.Week);
    }
}
