namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Derives who came before and after whom from the dated values of a relation: the heads of a department, one after the other.</summary>
internal static class Succession
{
    public static IEnumerable<Fact> Derive(FactsReader facts, Ontology ontology) => ontology.Properties.Values
        .Where(p => p is { Before: { } before, After: { } after } && ontology.Properties.ContainsKey(before) && ontology.Properties.ContainsKey(after))
        .OrderBy(p => p.Id, StringComparer.Ordinal)
        .SelectMany(p => facts.Subjects.Values.SelectMany(s => Derive(s.Subject, p, facts)));

    private static IEnumerable<Fact> Derive(Subject subject, Property property, FactsReader facts)
    {
        // Who only stood in is nobody's successor.
        var terms = subject.Of(property.Id).Where(f => f is { Value: FactValue.Subject, From: not null, Acting: false }).OrderBy(f => f.From!.Value.Earliest).ToList();
        foreach (var (earlier, later) in terms.Zip(terms.Skip(1)))
        {
            if (earlier.Value != later.Value)
            {
                yield return Derived(of: later, property.Before!, earlier, facts);
                yield return Derived(of: earlier, property.After!, later, facts);
            }
        }
    }

    private static Fact Derived(Fact of, string property, Fact neighbour, FactsReader facts)
    {
        var derived = neighbour with { Subject = ((FactValue.Subject)of.Value).Id, Property = property, Scope = neighbour.Subject };
        facts.Origins[derived] = facts.Origins[neighbour];
        return derived;
    }
}
