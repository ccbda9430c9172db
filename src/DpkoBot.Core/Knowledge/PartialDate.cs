using System.Globalization;

namespace DpkoBot.Core.Knowledge;

/// <summary>
/// A date as exactly as it is known: a year, a month or a day, perhaps approximate. Written as in ISO 8601-2 (EDTF):
/// <c>1992</c>, <c>1992-03</c>, <c>1992-03-01</c>, <c>1989~</c> (about).
/// </summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, if known.</param>
/// <param name="Day">1 to 31, if known.</param>
/// <param name="Approximate">Whether the source says "about".</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null, bool Approximate = false)
{
    /// <summary>The first day that it can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that it can mean.</summary>
    public DateOnly Latest => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>Reads the forms above; false for anything else, a 31 February included.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        var approximate = text.EndsWith('~');
        var parts = (approximate ? text[..^1] : text).Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || parts.Skip(1).Any(p => p.Length != 2))
        {
            return false;
        }

        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] == 0)
            {
                return false;
            }
        }

        var (year, month, day) = (numbers[0], numbers[1], numbers[2]);
        if (month > 12 || (day > 0 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        date = new PartialDate(year, parts.Length > 1 ? month : null, parts.Length > 2 ? day : null, approximate);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Year.ToString("0000", CultureInfo.InvariantCulture)
        + (Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"-{month:00}") : "")
        + (Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"-{day:00}") : "")
        + (Approximate ? "~" : "");
}

/// <summary>A time that lies somewhere from one date to another, as <c>2017-04/2018-12</c>, or just one date.</summary>
/// <param name="Start">The first date.</param>
/// <param name="End">The last date; the same as <paramref name="Start"/> for a single date.</param>
public readonly record struct DateRange(PartialDate Start, PartialDate End)
{
    /// <summary>Whether it is one date rather than a range.</summary>
    public bool IsSingle => Start == End;

    /// <summary>Reads one date or two with a slash; false for anything else, or an end before its start.</summary>
    public static bool TryParse(string text, out DateRange range)
    {
        range = default;
        var parts = text.Split('/');
        if (parts.Length > 2 || !PartialDate.TryParse(parts[0], out var start) || !PartialDate.TryParse(parts[^1], out var end))
        {
            return false;
        }

        range = new DateRange(start, end);
        return end.Latest >= start.Earliest;
    }

    /// <inheritdoc/>
    public override string ToString() => IsSingle ? Start.ToString() : $"{Start}/{End}";
}
