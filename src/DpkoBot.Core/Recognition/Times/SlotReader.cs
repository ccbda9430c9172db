using System.Collections.Frozen;
using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>Reads what fills the slots of patterns.</summary>
internal sealed class SlotReader
{
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    private readonly NumberReader numbers;
    private readonly PhraseTable<int> months;
    private readonly PhraseTable<int> decades;
    private readonly PhraseTable<Season> seasons;
    private readonly PhraseTable<TimeGrain> units;
    private readonly PhraseTable<TimeGrain> allUnits;
    private readonly PhraseTable<bool> numbered;
    private readonly PhraseTable<bool> counted;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> decadeEndings;

    public SlotReader(LanguageRules rules)
    {
        var words = rules.TimeWords;
        numbers = new NumberReader(rules);
        months = new(words.Months);
        decades = new(words.Decades);
        seasons = new(words.Seasons);
        units = new(words.Units);
        allUnits = new(words.Units.Concat(words.ManyUnits.Where(u => !words.Units.ContainsKey(u.Key))));
        numbered = new(rules.NumberWords.NumberedNouns.Select(n => KeyValuePair.Create(n, true)));
        counted = new(rules.NumberWords.CountedNouns.Select(n => KeyValuePair.Create(n, true)));
        decadeEndings = words.DecadeEndings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads what fills a slot.</summary>
    /// <param name="slot">Its name.</param>
    /// <param name="scan">What is read.</param>
    /// <param name="i">The token that it starts at; there is one.</param>
    /// <param name="slots">Where it is put.</param>
    /// <param name="count">How many tokens fill it; a dash is none.</param>
    public bool TryRead(string slot, in TimeScan scan, int i, ref TimeSlots slots, out int count)
    {
        count = slot switch
        {
            "time" => Time(scan, i, ref slots),
            "day" => Day(scan.Tokens, i, ref slots),
            "year" => Year(scan, i, ref slots),
            "decade" => Decade(scan.Tokens, i, ref slots),
            "number" => Number(scan.Tokens, i, ref slots),
            "ordinal" => Ordinal(scan.Tokens, i, ref slots),
            "numbered" => numbered.Match(scan.Tokens, i, out _),
            "counted" => counted.Match(scan.Tokens, i, out _),
            _ => Word(slot, scan.Tokens, i, ref slots),
        };
        return slot == "dash" ? scan.Tokens.HasDash(i - 1) : count > 0;
    }

    private int Word(string slot, in WrittenTokens tokens, int i, ref TimeSlots slots)
    {
        var (count, filled) = (0, slots);
        switch (slot)
        {
            case "month": count = months.Match(tokens, i, out var month); filled.Month = month; break;
            case "season": count = seasons.Match(tokens, i, out var season); filled.Season = season; break;
            case "unit": count = units.Match(tokens, i, out var unit); filled.Unit = unit; break;
            case "units": count = allUnits.Match(tokens, i, out unit); filled.Unit = unit; break;
        }

        slots = count > 0 ? filled : slots;
        return count;
    }

    private static int Time(in TimeScan scan, int i, ref TimeSlots slots)
    {
        if (scan.Times.IsEmpty || scan.Times[i] is not { IsTime: true } time)
        {
            return 0;
        }

        slots = slots.First.IsTime ? slots with { Second = time } : slots with { First = time };
        return time.Count;
    }

    private int Day(in WrittenTokens tokens, int i, ref TimeSlots slots)
    {
        if (!numbers.TryRead(tokens, i, out var number) || number.Whole is not (>= 1 and <= 99 and var day))
        {
            return 0;
        }

        slots.Day = day;
        return number.Count;
    }

    private int Number(in WrittenTokens tokens, int i, ref TimeSlots slots)
    {
        if (!numbers.TryRead(tokens, i, out var number) || number is not { IsOrdinal: false })
        {
            return 0;
        }

        slots.Number = number.Whole ?? 0;
        return number.Count;
    }

    private int Ordinal(in WrittenTokens tokens, int i, ref TimeSlots slots)
    {
        if (!numbers.TryRead(tokens, i, out var number) || number is not { IsOrdinal: true, Whole: { } whole })
        {
            return 0;
        }

        slots.Ordinal = whole;
        return number.Count;
    }

    /// <summary>"1990s", "90s", "nineties".</summary>
    private int Decade(in WrittenTokens tokens, int i, ref TimeSlots slots)
    {
        if (decades.Match(tokens, i, out var decade) is > 0 and var count)
        {
            slots.Decade = decade;
            return count;
        }

        if (!Digits.TryRead(tokens[i], out var digits) || digits.Length is not (2 or 4) || !decadeEndings.Contains(digits.Rest))
        {
            return 0;
        }

        slots.Decade = (int)digits.Value;
        return 1;
    }

    private int Year(in TimeScan scan, int i, ref TimeSlots slots)
    {
        if (!Digits.TryReadAll(scan.Tokens[i], out var digits))
        {
            return SpelledYear(scan.Tokens, i, ref slots);
        }

        var year = digits.Length == 4 ? (int)digits.Value : ShortYear(scan, i, digits);
        slots.Year = new YearReading(year, IsNumber: false);
        return year is >= FirstYear and <= LastYear && !IsOtherNumber(scan.Tokens, i) ? 1 : 0;
    }

    /// <summary>'94: the latest year that ends so.</summary>
    private static int ShortYear(in TimeScan scan, int i, Digits digits) =>
        digits.Length == 2 && scan.Tokens.Before(i) is '\'' or '\u2019' or '\u2018' or '\u02BC' ? TimeScan.Latest((int)digits.Value, scan.Today.Year) : 0;

    /// <summary>Whether signs beside the digits tell that they are no year: "$2000", "2000%", "#1990", "S/2000/809", "1990.5".</summary>
    private static bool IsOtherNumber(in WrittenTokens tokens, int i)
    {
        var (before, after) = (tokens.Before(i), tokens.After(i));
        return IsUnit(before) || IsUnit(after)
            || (before is '/' && i > 0 && !Digits.TryReadAll(tokens[i - 1], out _) && tokens.Gap(i - 1) is ['/'])
            || (after is '.' && tokens.Gap(i) is ['.'] && Digits.TryRead(tokens[i + 1], out _))
            || (before is '.' or ',' && i > 0 && tokens.Gap(i - 1) is [_] && Digits.TryReadAll(tokens[i - 1], out _));
    }

    private static bool IsUnit(char sign) => sign is '%' or '#' or '\u00B0' or '\u2116' || char.GetUnicodeCategory(sign) is UnicodeCategory.CurrencySymbol;

    /// <summary>"Nineteen ninety five", "twenty oh five", "two thousand and three".</summary>
    private int SpelledYear(in WrittenTokens tokens, int i, ref TimeSlots slots)
    {
        if (!IsSpelledWhole(tokens, i, out var count, out var number))
        {
            return 0;
        }

        if (number is >= FirstYear and <= LastYear)
        {
            slots.Year = new YearReading(number, IsNumber: number % 100 == 0);
            return count;
        }

        var end = i + count;
        if (number is not (19 or 20) || !tokens.IsPlainGap(end - 1) || !IsSpelledWhole(tokens, end, out count, out var rest))
        {
            return 0;
        }

        end += count;
        var hasZero = rest == 0 && tokens.IsPlainGap(end - 1) && IsSpelledWhole(tokens, end, out count, out rest);
        end += hasZero ? count : 0;
        slots.Year = new YearReading((number * 100) + rest, IsNumber: false);
        return (hasZero ? rest is >= 1 and < 10 : rest is >= 10 and < 100) ? end - i : 0;
    }

    private bool IsSpelledWhole(in WrittenTokens tokens, int i, out int count, out int value)
    {
        var isNumber = numbers.TryRead(tokens, i, out var number);
        (count, value) = (number.Count, number.Whole ?? 0);
        return isNumber && number is { IsOrdinal: false, IsSpelled: true, Whole: not null };
    }
}
