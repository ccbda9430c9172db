using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>An answer in words, with the facts that it used.</summary>
/// <param name="Text">Markdown, without the source.</param>
/// <param name="Facts">The facts.</param>
internal sealed record ComposedAnswer(string Text, ImmutableArray<Fact> Facts);

/// <summary>Words answers from facts by a language's response templates.</summary>
internal sealed class AnswerComposer(KnowledgeBase knowledge, LanguagePack pack)
{
    private readonly DateWording dates = new(pack.Rules);

    /// <summary>The answer to a question whose subjects have the property.</summary>
    public ComposedAnswer Compose(Question question)
    {
        var facts = new List<Fact>();
        var paragraphs = question.Subjects.Select(s => Capitalize(Render(s, question, facts))).ToList();
        if (facts.Find(f => f.Until is null && knowledge.Ontology.Properties[f.Property].Changes) is { } changing)
        {
            paragraphs.Add(pack.Rules.Phrase("as_of", ("as_of", dates.Word(changing.AsOf))));
        }

        return new ComposedAnswer(string.Join("\n\n", paragraphs.Distinct()), [.. facts.Distinct()]);
    }

    /// <summary>The plain question that asks for something, to be offered to users.</summary>
    public string Ask(Question question)
    {
        var names = JoinList([.. question.Subjects.Select(s => pack.Subjects[s].Acronym ?? Name(s))]);
        return Capitalize(pack.Intents[question.Property].Question.Replace("{subject}", names, StringComparison.Ordinal));
    }

    /// <summary>What a question asks for, as the object of a sentence.</summary>
    public string Asks(Question question) =>
        pack.Intents[question.Property].Asks.Replace("{subject}", Names(question.Subjects), StringComparison.Ordinal);

    /// <summary>The lines that name the facts' sources, and the sources as citations.</summary>
    public (string Lines, ImmutableArray<Citation> Citations) Sources(IEnumerable<Fact> facts)
    {
        var used = facts.Select(f => (f.Source, f.AsOf)).Distinct().ToList();
        var citations = used.Select(u => Cite(knowledge.Sources[u.Source], u.AsOf)).Distinct().ToImmutableArray();
        var names = citations.Select(c => $"{(c.Url is null ? c.Title : $"[{c.Title}]({c.Url})")}, {c.Date}");
        return (pack.Rules.Phrase(citations.Length == 1 ? "source" : "sources", ("sources", string.Join("; ", names))), citations);
    }

    /// <summary>How a subject is named in a sentence.</summary>
    public string Name(string subject) => pack.Subjects[subject].Phrase;

    private Citation Cite(Source source, DateRange asOf) => new(source.Title, source.Url, dates.Word(asOf));

    private string Names(IEnumerable<string> subjects) => JoinList([.. subjects.Select(Name)]);

    private string Render(string subject, Question question, List<Fact> facts)
    {
        var template = pack.Subjects[subject].Answers.GetValueOrDefault(question.Property) ?? pack.Responses[question.Property];
        facts.AddRange(FactsFor(subject, question.Property, question.Year));
        var text = new StringBuilder();
        foreach (var part in template.Parts)
        {
            var pieces = part is ResponseTemplate.Optional optional ? optional.Parts : [part];
            if (pieces.OfType<ResponseTemplate.Placeholder>().All(p => IsFilled(subject, p, question.Year)))
            {
                foreach (var piece in pieces)
                {
                    text.Append(piece is ResponseTemplate.Literal literal ? literal.Text : Fill(subject, (ResponseTemplate.Placeholder)piece, question.Year, facts));
                }
            }
        }

        return text.ToString().Trim();
    }

    private bool IsFilled(string subject, ResponseTemplate.Placeholder placeholder, int? year)
    {
        if (placeholder.Property == "subject")
        {
            return placeholder.Aspect != "acronym" || pack.Subjects[subject].Acronym is not null;
        }

        var facts = FactsFor(subject, placeholder.Property, year);
        return facts.Count > 0 && placeholder.Aspect switch
        {
            "from" => facts[0].From is not null,
            "until" => facts[0].Until is not null,
            _ => true,
        };
    }

    private string Fill(string subject, ResponseTemplate.Placeholder placeholder, int? year, List<Fact> used)
    {
        var wording = pack.Subjects[subject];
        if (placeholder.Property == "subject")
        {
            return placeholder.Aspect switch { "name" => wording.Name, "acronym" => wording.Acronym!, _ => wording.Phrase };
        }

        var facts = FactsFor(subject, placeholder.Property, year);
        used.AddRange(facts);
        var values = facts.Select(f => Word(f, wording)).ToList();
        return placeholder.Aspect switch
        {
            "from" => dates.Word(facts[0].From!.Value),
            "until" => dates.Word(facts[0].Until!.Value),
            "as_of" => dates.Word(facts[0].AsOf),
            "count" => facts.Count < pack.Rules.Numbers.Length ? pack.Rules.Numbers[facts.Count] : facts.Count.ToString(CultureInfo.InvariantCulture),
            "list" => "\n\n" + string.Join("\n", values.Select(v => "- " + Capitalize(v))),
            "name" => facts[0].Value is FactValue.Subject s ? pack.Subjects[s.Id].Name : values[0],
            _ => JoinList(values),
        };
    }

    private string Word(Fact fact, SubjectWording wording) => fact.Value switch
    {
        FactValue.Date date => dates.Word(date.Value),
        FactValue.Number number => number.Value.ToString("N0", CultureInfo.InvariantCulture),
        FactValue.Subject subject => Name(subject.Id),
        _ => wording.Texts.GetValueOrDefault(fact.Property) ?? wording.Name,
    };

    /// <summary>What held in the year, or else what holds, or else what held last.</summary>
    private List<Fact> FactsFor(string subject, string property, int? year)
    {
        var facts = knowledge.Subjects[subject].Of(property).ToList();
        if (year is { } y && knowledge.Ontology.Properties[property].ByYear)
        {
            return facts.FindAll(f => f.HoldsIn(y));
        }

        var current = facts.FindAll(f => f.Until is null);
        return current.Count > 0 ? current : facts.FindAll(f => f.Until!.Value.Latest == facts.Max(o => o.Until!.Value.Latest));
    }

    private string JoinList(List<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        2 => pack.Rules.Phrase("list_two", ("first", items[0]), ("second", items[1])),
        _ => pack.Rules.Phrase("list_last", ("first", string.Join(", ", items.SkipLast(1))), ("last", items[^1])),
    };

    private static string Capitalize(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
