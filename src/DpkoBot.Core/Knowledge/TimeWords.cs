using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>How a language speaks of times, from <c>times</c> in its <c>language.yaml</c>. Phrases are tokens joined by spaces.</summary>
public sealed record TimeWords
{
    /// <summary>A language that says nothing of times: only dates in digits are read.</summary>
    public static TimeWords None { get; } = new();

    /// <summary>Names and short forms of months, from 1 to 12.</summary>
    public FrozenDictionary<string, int> Months { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Names of seasons.</summary>
    public FrozenDictionary<string, Season> Seasons { get; init; } = FrozenDictionary<string, Season>.Empty;

    /// <summary>Units of time as they stand for one: "year".</summary>
    public FrozenDictionary<string, TimeGrain> Units { get; init; } = FrozenDictionary<string, TimeGrain>.Empty;

    /// <summary>Units of time as they stand for several: "years".</summary>
    public FrozenDictionary<string, TimeGrain> ManyUnits { get; init; } = FrozenDictionary<string, TimeGrain>.Empty;

    /// <summary>Decades in words, from 0 to 90: "nineties".</summary>
    public FrozenDictionary<string, int> Decades { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>What makes digits a decade: "s" in "1990s".</summary>
    public FrozenSet<string> DecadeEndings { get; init; } = [];

    /// <summary>Which comes first in 06/04/1994; null if people of the language write both.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>How times are put in words.</summary>
    public ImmutableArray<TimePattern> Patterns { get; init; } = [];
}

/// <summary>One way to put a time in words.</summary>
/// <param name="Rule">What it means.</param>
/// <param name="Elements">Words as tokens, and slots such as <c>{year}</c>.</param>
/// <param name="Part">Which part of a time it is, for <see cref="TimeRule.Part"/>.</param>
/// <param name="Named">Which time it is, for <see cref="TimeRule.Named"/>.</param>
public sealed record TimePattern(TimeRule Rule, ImmutableArray<string> Elements, TimePart Part = default, DateRange Named = default);

/// <summary>What a pattern of time means.</summary>
public enum TimeRule
{
    /// <summary>A day of a year: "6 April 1994".</summary>
    Day,

    /// <summary>A month, of a year or the latest one.</summary>
    Month,

    /// <summary>A season of a year.</summary>
    Season,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years: "the nineties".</summary>
    Decade,

    /// <summary>A century or millennium by its number.</summary>
    Nth,

    /// <summary>The unit before the one of today.</summary>
    Last,

    /// <summary>The unit of today.</summary>
    This,

    /// <summary>The unit after the one of today.</summary>
    Next,

    /// <summary>A unit so many units before the one of today.</summary>
    Ago,

    /// <summary>So many units up to today.</summary>
    Past,

    /// <summary>So many units from today on.</summary>
    Coming,

    /// <summary>Today.</summary>
    Today,

    /// <summary>Today, where it is an end of a longer time only: "until now".</summary>
    Now,

    /// <summary>The day before today.</summary>
    Yesterday,

    /// <summary>The day after today.</summary>
    Tomorrow,

    /// <summary>A time with a name.</summary>
    Named,

    /// <summary>A part of a time: "early 1990s".</summary>
    Part,

    /// <summary>In a time.</summary>
    Within,

    /// <summary>From the start of a time on.</summary>
    Since,

    /// <summary>After the end of a time.</summary>
    After,

    /// <summary>Before the start of a time.</summary>
    Before,

    /// <summary>Up to the end of a time.</summary>
    Until,

    /// <summary>From one time to another.</summary>
    Between,

    /// <summary>No time, though a part of it looks like one.</summary>
    NoTime,
}

/// <summary>A length of time that calendars know, from the shortest to the longest.</summary>
public enum TimeGrain
{
    Day,
    Week,
    Month,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

/// <summary>Which of day and month comes first where both are numbers.</summary>
public enum DateOrder
{
    DayMonth,
    MonthDay,
}

/// <summary>A season's months; where the last is less than the first it ends in the next year.</summary>
/// <param name="FirstMonth">From 1 to 12.</param>
/// <param name="LastMonth">From 1 to 12.</param>
public readonly record struct Season(int FirstMonth, int LastMonth);

/// <summary>Which of how many equal parts, counted from 1: 1/3 is the first third, 1-2/3 are the first two.</summary>
/// <param name="First">The first part.</param>
/// <param name="Last">The last part.</param>
/// <param name="Of">How many parts the whole has.</param>
public readonly record struct TimePart(int First, int Last, int Of);
