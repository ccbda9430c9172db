using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation.Cards;

/// <summary>Says things as shortly as a card needs them.</summary>
internal sealed class CardWording(KnowledgeBase knowledge, LanguagePack pack)
{
    /// <summary>More values of one property than these are counted only.</summary>
    private const int MaxValues = 8;

    private readonly CardWords words = pack.Rules.Cards;
    private readonly AnswerComposer composer = new(knowledge, pack);
    private readonly DateWording dates = new(pack.Rules);
    private readonly ValueWording values = new(pack);

    /// <summary>How the card of an answer is laid out, if it has one.</summary>
    public CardLayout? LayoutOf(string property, string subject) => words.Layouts.GetValueOrDefault((property, knowledge.Subjects[subject].Type));

    /// <summary>The name with its acronym.</summary>
    public string FullName(string subject)
    {
        var names = pack.Subjects[subject];
        return names.Acronym is null || names.Name.Contains(names.Acronym, StringComparison.Ordinal) ? names.Name : $"{names.Name} ({names.Acronym})";
    }

    /// <summary>How many of how many are shown.</summary>
    public string Count(int shown, int count) => words.Phrases[shown == count ? "all" : "shown"]
        .Replace("{shown}", shown.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Says of when something is.</summary>
    public string AsOf(DateRange asOf) => pack.Rules.Phrase("as_of", ("as_of", dates.Word(asOf)));

    /// <summary>The values of a property.</summary>
    public string Values(List<Fact> facts)
    {
        var shown = facts.Take(MaxValues).Select(Value).Distinct().ToList();
        return ValueWording.Capitalize(facts.Count > MaxValues
            ? $"{values.Chain(shown)} {pack.Rules.Phrase("set_more", ("count", (facts.Count - MaxValues).ToString(CultureInfo.InvariantCulture)))}"
            : values.Join(shown));
    }

    /// <summary>A line of a list.</summary>
    public CardItem Item(Subject subject, Lifetime life, bool isActing)
    {
        var names = pack.Subjects[subject.Id];
        var details = subject.Facts.Where(f => knowledge.Ontology.Properties[f.Property].IsDetail).Select(Value).Where(d => !names.Name.Contains(d, StringComparison.Ordinal)).ToList();
        return new CardItem(
            isActing ? pack.Rules.Phrase("acting", ("name", values.ShortName(subject.Id))) : values.ShortName(subject.Id),
            Chain([names.Acronym is null ? null : names.Name, details.Count == 0 ? null : values.Join(details)]),
            When(life),
            QuestionOf(subject));
    }

    private string Value(Fact fact)
    {
        var value = fact.Value is FactValue.Subject subject ? FullName(subject.Id) : values.Word(fact);
        value = fact.Acting ? pack.Rules.Phrase("acting", ("name", value)) : value;
        return fact.Value is FactValue.Subject && (fact.Until is not null || knowledge.Ontology.Properties[fact.Property].Changes) && dates.Span(fact.From, fact.Until) is { Length: > 0 } span ? $"{value} ({span})" : value;
    }

    /// <summary>The day of what took no longer, else the years.</summary>
    private string? When(Lifetime life) => life switch
    {
        { From: { } from, Until: { } until } when from == until => dates.Word(from),
        { From: { } from, Until: { } until } when from.Year == until.Year => Year(from),
        { From: { } from, Until: { } until } => $"{Year(from)}–{Year(until)}",
        { From: { } from } => dates.Span(new PartialDate(from.Year), null),
        { Until: { } until } => dates.Span(null, new PartialDate(until.Year)),
        _ => null,
    };

    private static string Year(PartialDate date) => date.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The question that brings the subject's own card.</summary>
    private string? QuestionOf(Subject subject) => words.Layouts.Keys
        .Where(k => k.Type == subject.Type && knowledge.Ontology.Answers(knowledge.Ontology.Properties[k.Property], subject))
        .OrderBy(k => k.Property, StringComparer.Ordinal)
        .Select(k => composer.Ask(new Question(k.Property, [subject.Id])))
        .FirstOrDefault();

    private string? Chain(IEnumerable<string?> parts)
    {
        var present = parts.Where(p => !string.IsNullOrEmpty(p)).ToList();
        return present.Count == 0 ? null : values.Chain(present!);
    }
}
