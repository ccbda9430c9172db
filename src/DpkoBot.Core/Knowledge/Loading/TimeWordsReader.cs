using System.Collections.Frozen;
using System.Globalization;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads <c>times</c> of <c>language.yaml</c>.</summary>
internal static class TimeWordsReader
{
    private static readonly FrozenDictionary<string, TimeGrain> UnitNames =
        Enum.GetValues<TimeGrain>().Where(g => g != TimeGrain.Season).ToFrozenDictionary(g => g.ToString().ToLowerInvariant());

    public static TimeWords Read(YamlMap file)
    {
        if (file.Map("times", "`times`") is not { } map)
        {
            return TimeWords.None;
        }

        var months = FullMonths(file);
        PhraseLists.Read(map, "months", IsMonth, "a month from 1 to 12", months);
        var seasons = Lists<Season>(map, "seasons", IsSeason, "the first and the last month of a season, such as 3-5");
        var form = $"one of the units {string.Join(", ", UnitNames.Keys.Order(StringComparer.Ordinal))}";
        var words = new TimeWords
        {
            Months = months.ToFrozenDictionary(),
            Seasons = seasons,
            Units = Lists<TimeGrain>(map, "units", UnitNames.TryGetValue, form),
            ManyUnits = Lists<TimeGrain>(map, "many_units", UnitNames.TryGetValue, form),
            Decades = Lists<int>(map, "decades", IsDecade, "a decade of a century: 0, 10, 20 and so on to 90"),
            DecadeEndings = PhraseLists.Read(map, "decade_endings"),
            DateOrder = Order(map),
            Patterns = [.. TimePatternsReader.Read(map)],
        };
        map.RejectUnknownKeys();
        return words;
    }

    private static Dictionary<string, int> FullMonths(YamlMap file)
    {
        var months = new Dictionary<string, int>();
        foreach (var (text, _) in file.Texts("months").Take(12))
        {
            months.TryAdd(Text.Utterance.Normalize(text), months.Count + 1);
        }

        return months;
    }

    private static FrozenDictionary<string, T> Lists<T>(YamlMap map, string key, PhraseLists.KeyParser<T> parse, string form)
    {
        var phrases = new Dictionary<string, T>();
        PhraseLists.Read(map, key, parse, form, phrases);
        return phrases.ToFrozenDictionary();
    }

    private static bool IsMonth(string key, out int month) => IsNumber(key, out month) && month is >= 1 and <= 12;

    private static bool IsDecade(string key, out int decade) => IsNumber(key, out decade) && decade is <= 90 && decade % 10 == 0;

    private static bool IsSeason(string key, out Season season)
    {
        season = default;
        if (key.Split('-') is not [var first, var last] || !IsMonth(first, out var from) || !IsMonth(last, out var to))
        {
            return false;
        }

        season = new Season(from, to);
        return true;
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static DateOrder? Order(YamlMap map)
    {
        switch (map.Text("date_order"))
        {
            case null: return null;
            case "day-month": return DateOrder.DayMonth;
            case "month-day": return DateOrder.MonthDay;
            case { } other:
                map.Report("date_order", $"`date_order: {other}` must be day-month or month-day; leave it out where people write both.");
                return null;
        }
    }
}
