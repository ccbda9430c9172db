using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks relations that always have a value, such as the head of an office: no two at a time, and nobody left out in between.</summary>
internal static class TermsValidator
{
    /// <summary>So long a gap is no more than sources that are not exact, or a handover.</summary>
    private const int ToleratedMonths = 3;

    public static void Check(Ontology ontology, FactsReader facts)
    {
        foreach (var property in ontology.Properties.Values.Where(p => p.AlwaysHeld))
        {
            foreach (var (subject, _) in facts.Subjects.Values)
            {
                // What ends before it starts was told already.
                var terms = subject.Of(property.Id).Where(f => !(f.Until?.Latest < f.From?.Earliest)).OrderBy(f => f.From?.Earliest ?? DateOnly.MinValue).ToList();
                CheckOverlaps(terms.FindAll(f => !f.Acting), facts);
                CheckGaps(terms, facts);
            }
        }
    }

    // Who only stands in does so while another holds the post.
    private static void CheckOverlaps(List<Fact> terms, FactsReader facts)
    {
        foreach (var (earlier, later) in terms.Zip(terms.Skip(1)))
        {
            if (earlier.Until is not { } until)
            {
                Report(earlier, $"has no `until`, but {Name(later)} follows; add it.", facts);
            }
            else if (later.From is { } from && until.Earliest > from.Latest && !until.Approximate && !from.Approximate)
            {
                Report(later, $"starts ({from}) before that of {Name(earlier)} ends ({until}); put one of the dates right, or write `acting: true` beside who stood in.", facts);
            }
        }
    }

    private static void CheckGaps(List<Fact> terms, FactsReader facts)
    {
        PartialDate? covered = null;
        foreach (var term in terms)
        {
            var isAfterGap = covered is { } end && term.From is { } from && from.Earliest > end.Latest.AddMonths(ToleratedMonths) && !end.Approximate && !from.Approximate;
            if (isAfterGap && !term.IsAfterGap)
            {
                Report(term, $"starts {term.From}, but the one before ended {covered}; add who held it in between, or write `gap: true` beside this fact if the sources leave that open.", facts);
            }
            else if (term.IsAfterGap && !isAfterGap)
            {
                Report(term, "has `gap: true`, but there is no gap before it; delete that.", facts);
            }

            covered = Later(covered, term.Until);
        }
    }

    /// <summary>The later of two ends; none where the term has none, which is a problem of its own.</summary>
    private static PartialDate? Later(PartialDate? covered, PartialDate? until) =>
        covered is { } one && until is { } other && one.Latest > other.Latest ? one : until;

    private static void Report(Fact fact, string what, FactsReader facts)
    {
        var (file, line) = facts.Origins[fact];
        file.Report(line, $"`{fact.Property}` of `{fact.Subject}`: the time of {Name(fact)} {what}");
    }

    private static string Name(Fact fact) => fact.Value is FactValue.Subject subject ? $"`{subject.Id}`" : "this value";
}
