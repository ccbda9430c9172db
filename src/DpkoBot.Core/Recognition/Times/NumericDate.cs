using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>Reads dates in digits: 1994-04-06, 6.4.1994, 04/1994, 1994-95, 1995/1996.</summary>
internal static class NumericDate
{
    /// <summary>Reads the one that starts at a token; nothing where there is none.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="i">The first of them.</param>
    /// <param name="order">Which of day and month comes first; null if either can.</param>
    public static TimeReading Read(in WrittenTokens tokens, int i, DateOrder? order)
    {
        if (!TryPart(tokens, i, out var first) || Separator(tokens, i) is not { } sign || !TryPart(tokens, i + 1, out var second)
            || (i > 0 && Separator(tokens, i - 1) is { } before && (before == '/' || TryPart(tokens, i - 1, out _))))
        {
            return default;
        }

        if (Separator(tokens, i + 1) == sign && TryPart(tokens, i + 2, out var third) && Separator(tokens, i + 2) != sign)
        {
            var isYearFirst = first.IsYear && second.Length <= 2 && third.Length <= 2;
            var isYearLast = third.IsYear && first.Length <= 2 && second.Length <= 2;
            return isYearFirst ? new TimeReading(3, TimeRules.Day(first.Value, second.Value, third.Value))
                : isYearLast ? new TimeReading(3, DayOrYear(first.Value, second.Value, third.Value, order))
                : default;
        }

        return first.IsYear ? YearAnd(second, first.Value, sign)
            : second.IsYear && first is { Length: <= 2, Value: >= 1 and <= 12 } && sign != '.' ? new TimeReading(2, CalendarPeriod.Months(second.Value, first.Value, 1, TimeGrain.Month))
            : default;
    }

    /// <summary>6/4/1994 is a day in April or in June: where nothing tells which, only the year is sure.</summary>
    private static CalendarPeriod? DayOrYear(int first, int second, int year, DateOrder? order)
    {
        var (dayMonth, monthDay) = (TimeRules.Day(year, second, first), TimeRules.Day(year, first, second));
        return (dayMonth, monthDay) switch
        {
            ({ } one, { } other) when one != other => order switch
            {
                DateOrder.DayMonth => one,
                DateOrder.MonthDay => other,
                _ => CalendarPeriod.Years(year, 1, TimeGrain.Year),
            },
            _ => dayMonth ?? monthDay,
        };
    }

    /// <summary>1994-95 and 1994/1996 are years; 1994-04 is a month. 2010-11 can be either and is read as the longer.</summary>
    private static TimeReading YearAnd(Part second, int year, char sign)
    {
        var last = second.Length == 2 ? (year / 100 * 100) + second.Value + (second.Value < year % 100 ? 100 : 0) : 0;
        if (second.IsYear)
        {
            return Years(year, second.Value);
        }

        if (last == year + 1 || (last > year && last - year < 100 && (second.Value > 12 || sign == '/') && second.Value > year % 100))
        {
            return Years(year, last);
        }

        return second is { Length: 2, Value: >= 1 and <= 12 } && sign != '.' ? new TimeReading(2, CalendarPeriod.Months(year, second.Value, 1, TimeGrain.Month)) : default;
    }

    private static TimeReading Years(int one, int other) =>
        new(2, CalendarPeriod.Years(Math.Min(one, other), Math.Abs(other - one) + 1, TimeGrain.Year));

    private static bool TryPart(in WrittenTokens tokens, int i, out Part part)
    {
        part = default;
        if (i >= tokens.Count || !Digits.TryReadAll(tokens[i], out var digits) || digits.Length > 4)
        {
            return false;
        }

        part = new Part((int)digits.Value, digits.Length);
        return true;
    }

    private static char? Separator(in WrittenTokens tokens, int i) => tokens.Gap(i) switch
    {
        [var sign and ('/' or '.')] => sign,
        [var sign] when WrittenTokens.IsDash(sign) => '-',
        _ => null,
    };

    private readonly record struct Part(int Value, int Length)
    {
        public bool IsYear => Length == 4 && Value is >= SlotReader.FirstYear and <= SlotReader.LastYear;
    }
}
