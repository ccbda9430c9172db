using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>What a pattern was found to say at a place.</summary>
/// <param name="Count">How many tokens it has; 0 where there is nothing.</param>
/// <param name="Period">The time; null where it looks like one and is none, as 31 February.</param>
/// <param name="IsWeak">Whether it is a time only where a preposition says so, as "may" and "two thousand".</param>
/// <param name="OpenMonth">The month, where its year was not said.</param>
internal readonly record struct TimeReading(int Count, CalendarPeriod? Period, bool IsWeak = false, int OpenMonth = 0)
{
    /// <summary>Whether it can stand in another time.</summary>
    public bool IsTime => Count > 0 && Period is not null;
}

/// <summary>What the slots of a pattern were filled with.</summary>
internal record struct TimeSlots
{
    public int Day { get; set; }

    public int Month { get; set; }

    public YearReading Year { get; set; }

    public Season Season { get; set; }

    public int? Decade { get; set; }

    public int? Number { get; set; }

    public int Ordinal { get; set; }

    public TimeGrain Unit { get; set; }

    public TimeReading First { get; set; }

    public TimeReading Second { get; set; }
}

/// <summary>A year at a place.</summary>
/// <param name="Value">The year; 0 for none.</param>
/// <param name="IsNumber">Whether it is in words that are a round number as well: "two thousand".</param>
internal readonly record struct YearReading(int Value, bool IsNumber);
