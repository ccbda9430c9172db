namespace DpkoBot.Core.Knowledge;

/// <summary>A time from one day to another, both included.</summary>
/// <param name="Start">The first day; null where it has no beginning.</param>
/// <param name="End">The last day; null where it has no end.</param>
public readonly record struct Period(DateOnly? Start, DateOnly? End)
{
    /// <summary>A whole year.</summary>
    public static Period Of(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>All that a date can mean.</summary>
    public static Period Of(PartialDate date) => new(date.Earliest, date.Latest);

    /// <summary>Whether there is a day in it that also lies from one day to another.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? until) =>
        (Start is null || until is null || until >= Start) && (End is null || from is null || from <= End);

    /// <summary>Whether everything that the date can mean lies in it.</summary>
    public bool Contains(PartialDate date) => (Start is null || date.Earliest >= Start) && (End is null || date.Latest <= End);

    /// <summary>Whether the date can lie in it.</summary>
    public bool Touches(PartialDate date) => Overlaps(date.Earliest, date.Latest);
}
