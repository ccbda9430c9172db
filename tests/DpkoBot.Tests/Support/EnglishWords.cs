using System.Globalization;

namespace DpkoBot.Tests.Support;

/// <summary>Dates and numbers of the fact files as English answers must say them.</summary>
internal static class EnglishWords
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>1 March 1992, March 1992, 1992, about 1989.</summary>
    public static string Date(string written)
    {
        var parts = Parts(written);
        var words = parts.Length switch
        {
            1 => parts[0].ToString(English),
            2 => new DateOnly(parts[0], parts[1], 1).ToString("MMMM yyyy", English),
            _ => new DateOnly(parts[0], parts[1], parts[2]).ToString("d MMMM yyyy", English),
        };
        return written.EndsWith('~') ? $"about {words}" : words;
    }

    /// <summary>71, 10.05, about 5.38 billion, more than 4,400, 284 to 287.</summary>
    public static string Number(string written)
    {
        var words = string.Join(" to ", written.TrimStart('~', '>', '<').Split("..").Select(n => Amount(decimal.Parse(n, English))));
        return written[0] switch { '~' => $"about {words}", '>' => $"more than {words}", '<' => $"nearly {words}", _ => words };
    }

    public static DateOnly FirstDay(string written) => Parts(written) is var p ? new DateOnly(p[0], p.ElementAtOrDefault(1) is > 0 and var m ? m : 1, p.ElementAtOrDefault(2) is > 0 and var d ? d : 1) : default;

    public static DateOnly LastDay(string written) => Parts(written) switch
    {
        [var year] => new DateOnly(year, 12, 31),
        [var year, var month] => new DateOnly(year, month, 1).AddMonths(1).AddDays(-1),
        var parts => new DateOnly(parts[0], parts[1], parts[2]),
    };

    private static string Amount(decimal value) =>
        value >= 1_000_000_000 && value % 10_000_000 == 0 ? (value / 1_000_000_000).ToString("#,0.##", English) + " billion"
        : value >= 1_000_000 && value % 1000 == 0 ? (value / 1_000_000).ToString("#,0.##", English) + " million"
        : value.ToString("#,0.##", English);

    private static int[] Parts(string written) => [.. written.TrimEnd('~').Split('-').Select(p => int.Parse(p, English))];
}
