using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Says dates in a language.</summary>
internal sealed class DateWording(LanguageRules rules)
{
    /// <summary>A date, as exactly as it is known.</summary>
    public string Word(PartialDate date)
    {
        var year = date.Year.ToString(CultureInfo.InvariantCulture);
        var text = date switch
        {
            { Month: { } month, Day: { } day } => rules.Phrase("date_day", ("day", day.ToString(CultureInfo.InvariantCulture)), ("month", rules.Months[month - 1]), ("year", year)),
            { Month: { } month } => rules.Phrase("date_month", ("month", rules.Months[month - 1]), ("year", year)),
            _ => year,
        };
        return date.Approximate ? rules.Phrase("date_about", ("date", text)) : text;
    }

    /// <summary>A time from one date to another.</summary>
    public string Word(DateRange range) => range.IsSingle
        ? Word(range.Start)
        : rules.Phrase("date_range", ("start", Word(range.Start)), ("end", Word(range.End)));
}
