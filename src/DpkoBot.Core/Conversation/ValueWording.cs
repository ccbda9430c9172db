using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Says the values of facts in a language.</summary>
internal sealed class ValueWording(LanguagePack pack)
{
    private readonly DateWording dates = new(pack.Rules);
    private readonly NumberWording numbers = new(pack.Rules);

    /// <summary>How a subject is named in a sentence.</summary>
    public string Name(string subject) => pack.Subjects[subject].Phrase;

    /// <summary>How a subject is named in a list.</summary>
    public string ShortName(string subject) => pack.Subjects[subject].Acronym ?? pack.Subjects[subject].Name;

    /// <summary>The value of a fact.</summary>
    public string Word(Fact fact)
    {
        var wording = pack.Subjects[fact.Subject];
        return fact.Value switch
        {
            FactValue.Date date => dates.Word(date.Value),
            FactValue.Number number => numbers.Word(number),
            FactValue.Subject subject => Name(subject.Id),
            FactValue.Wording { Key: { } key } => wording.Texts[key],
            _ => wording.Texts.GetValueOrDefault(fact.Property) ?? wording.Name,
        };
    }

    /// <summary>A value with its unit and the time for which it is: "71 (2020)".</summary>
    public string Dated(Fact fact)
    {
        var unit = pack.Subjects[fact.Subject].Unit;
        var value = fact.Value is FactValue.Number && unit is not null ? $"{Word(fact)} {unit}" : Word(fact);
        value = fact.Acting ? pack.Rules.Phrase("acting", ("name", value)) : value;
        return dates.Span(fact.From, fact.Until) is { Length: > 0 } span ? $"{value} ({span})" : value;
    }

    /// <summary>The values one after the other, in a sentence.</summary>
    public string Join(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        2 => pack.Rules.Phrase("list_two", ("first", items[0]), ("second", items[1])),
        _ => pack.Rules.Phrase("list_last", ("first", Chain(items.SkipLast(1))), ("last", items[^1])),
    };

    /// <summary>The values one after the other, without an "and".</summary>
    public string Chain(IEnumerable<string> items) => items.Aggregate((first, second) => pack.Rules.Phrase("list_comma", ("first", first), ("second", second)));

    /// <summary>The values, each on a line of its own.</summary>
    public static string Lines(IEnumerable<string> items) => "\n\n" + string.Join("\n", items.Select(i => "- " + Capitalize(i)));

    /// <summary>The text with a capital first letter, as at the beginning of a sentence.</summary>
    public static string Capitalize(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
