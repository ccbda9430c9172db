using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>From when to when something was, with the facts that say so.</summary>
/// <param name="From">When it began, if that is known.</param>
/// <param name="Until">When it ended; null where it goes on, as far as is known.</param>
/// <param name="AsOf">Of when the newest source is that speaks of it.</param>
/// <param name="Facts">The facts.</param>
public readonly record struct Lifetime(PartialDate? From, PartialDate? Until, DateRange AsOf, ImmutableArray<Fact> Facts)
{
    /// <summary>The lifetime of a subject by the properties that tell its beginning and its end.</summary>
    public static Lifetime Of(Subject subject, KnowledgeBase knowledge)
    {
        var ontology = knowledge.Ontology;
        var begin = ontology.Begins.Select(p => subject.Of(p).FirstOrDefault()).FirstOrDefault(f => f is not null);
        var end = ontology.Ends.Select(p => subject.Of(p).FirstOrDefault()).FirstOrDefault(f => f is not null);
        // What goes on is known to do so from the newest source that speaks of it.
        var newest = subject.Facts.Where(f => !knowledge.Sources[f.Source].IsUnverified).MaxBy(f => f.AsOf.End.Latest) ?? begin;
        var until = end ?? (begin is not null && ontology.Moments.Contains(begin.Property) ? begin : null);
        return new Lifetime(DateOf(begin), DateOf(until), newest?.AsOf ?? default, [.. new[] { begin, until ?? newest }.OfType<Fact>().Distinct()]);
    }

    /// <summary>The lifetime of a dated relation: somebody's term of office.</summary>
    public static Lifetime Of(Fact fact) => new(fact.From, fact.Until, fact.AsOf, [fact]);

    /// <summary>Whether it has ended, as far as is known.</summary>
    public bool IsOver => Until is not null;

    /// <summary>Whether it was there at some time of the period.</summary>
    public bool Overlaps(Period period) => From is { } from && period.Overlaps(from.Earliest, Until?.Latest);

    private static PartialDate? DateOf(Fact? fact) => fact?.Value is FactValue.Date date ? date.Value : null;
}
