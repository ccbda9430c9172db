using System.Collections.Immutable;
using System.Text;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>An answer in words, with the facts that it used.</summary>
/// <param name="Text">Markdown, without the source.</param>
/// <param name="Facts">The facts.</param>
internal sealed record ComposedAnswer(string Text, ImmutableArray<Fact> Facts);

/// <summary>Words answers from facts by a language's response templates.</summary>
/// <param name="knowledge">The knowledge.</param>
/// <param name="pack">The language's wording.</param>
/// <param name="clock">Tells what day it is; without it, nothing is said of how old a fact is by now.</param>
internal sealed class AnswerComposer(KnowledgeBase knowledge, LanguagePack pack, TimeProvider? clock = null)
{
    private readonly DateWording dates = new(pack.Rules);
    private readonly NumberWording numbers = new(pack.Rules);
    private readonly ValueWording values = new(pack);
    private readonly FactChoice choice = new(knowledge);
    private readonly LifetimeWording lifetimes = new(knowledge, pack);

    /// <summary>The answer to a question whose subjects have the property.</summary>
    public ComposedAnswer Compose(Question question)
    {
        var facts = new List<Fact>();
        var property = knowledge.Ontology.Properties[question.Property];
        var paragraphs = question.Subjects
            .Select(s => ValueWording.Capitalize(property.Kind is PropertyKind.Status ? lifetimes.Status(s, question, facts) : Render(s, question, facts)))
            .ToList();
        if (property.Kind is PropertyKind.Comparison)
        {
            paragraphs.AddRange(lifetimes.Compare(question.Subjects, facts));
        }

        if (facts.Find(f => f.Until is null && knowledge.Ontology.Properties[f.Property].Changes) is { } changing)
        {
            paragraphs.Add(pack.Rules.Phrase("as_of", ("as_of", dates.Word(changing.AsOf))));
            paragraphs.AddRange(StaleRemark(changing));
        }

        return new ComposedAnswer(string.Join("\n\n", paragraphs.Distinct()), [.. facts.Distinct()]);
    }

    private IEnumerable<string> StaleRemark(Fact fact)
    {
        if (clock is null || knowledge.Ontology.StaleAfter is not { } days)
        {
            yield break;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (new Freshness(knowledge, today, days).IsStale(fact))
        {
            yield return pack.Rules.Phrase("stale", ("length", dates.Length(fact.AsOf.End, new PartialDate(today.Year, today.Month, today.Day))));
        }
    }

    /// <summary>The plain question that asks for something, to be offered to users.</summary>
    public string Ask(Question question)
    {
        if (question.Subjects is [var topic] && pack.Topics.TryGetValue(topic, out var wording))
        {
            return wording.Question;
        }

        var names = values.Join([.. question.Subjects.Select(s => pack.Subjects[s].Acronym ?? values.Name(s))]);
        return ValueWording.Capitalize(pack.Intents[question.Property].Question.Replace("{subject}", names, StringComparison.Ordinal));
    }

    /// <summary>What a question asks for, as the object of a sentence.</summary>
    public string Asks(Question question) => pack.Intents.TryGetValue(question.Property, out var intent)
        ? intent.Asks.Replace("{subject}", values.Join([.. question.Subjects.Select(values.Name)]), StringComparison.Ordinal)
        : pack.Topics[question.Subjects[0]].Asks;

    private string Render(string subject, Question question, List<Fact> facts)
    {
        var template = pack.Subjects[subject].Answers.GetValueOrDefault(question.Property) ?? pack.Responses[question.Property];
        facts.AddRange(choice.For(subject, question.Property, question));
        var text = new StringBuilder();
        foreach (var part in template.Parts)
        {
            var pieces = part is ResponseTemplate.Optional optional ? optional.Parts : [part];
            if (pieces.OfType<ResponseTemplate.Placeholder>().All(p => IsFilled(subject, p, question)))
            {
                foreach (var piece in pieces)
                {
                    text.Append(piece is ResponseTemplate.Literal literal ? literal.Text : Fill(subject, (ResponseTemplate.Placeholder)piece, question, facts));
                }
            }
        }

        return text.ToString().Trim();
    }

    private bool IsFilled(string subject, ResponseTemplate.Placeholder placeholder, Question question)
    {
        if (placeholder.Property == "subject")
        {
            return placeholder.Aspect != "acronym" || pack.Subjects[subject].Acronym is not null;
        }

        var facts = Facts(subject, placeholder, question);
        return facts.Count > 0 && placeholder.Aspect switch
        {
            "from" => facts[0].From is not null,
            "until" => facts[0].Until is not null,
            "scope" => facts[0].Scope is not null,
            _ => true,
        };
    }

    private List<Fact> Facts(string subject, ResponseTemplate.Placeholder placeholder, Question question) => placeholder.Aspect switch
    {
        "current" => choice.For(subject, placeholder.Property, question).FindAll(f => f.Until is null),
        "former" => choice.For(subject, placeholder.Property, question).FindAll(f => f.Until is not null),
        _ => choice.For(subject, placeholder.Property, question),
    };

    private string Fill(string subject, ResponseTemplate.Placeholder placeholder, Question question, List<Fact> used)
    {
        var wording = pack.Subjects[subject];
        if (placeholder.Property == "subject")
        {
            return placeholder.Aspect switch { "name" => wording.Name, "acronym" => wording.Acronym!, _ => wording.Phrase };
        }

        var facts = Facts(subject, placeholder, question);
        used.AddRange(facts);
        return placeholder.Aspect switch
        {
            "from" => dates.Word(facts[0].From!.Value),
            "until" => dates.Word(facts[0].Until!.Value),
            "as_of" => dates.Word(facts[0].AsOf),
            "when" => facts[0].Value is FactValue.Date date ? dates.When(date.Value) : values.Word(facts[0]),
            "scope" => values.Name(facts[0].Scope!),
            "count" => numbers.Count(facts.Count),
            "list" => ValueWording.Lines(facts.Select(values.Word)),
            "terms" or "current" or "former" => values.Join(facts.ConvertAll(values.Dated)),
            "name" => facts[0].Value is FactValue.Subject s ? pack.Subjects[s.Id].Name : values.Word(facts[0]),
            _ => values.Join(facts.ConvertAll(values.Word)),
        };
    }
}
