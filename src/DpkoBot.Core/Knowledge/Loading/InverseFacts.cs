namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Derives what relations say from their other side: if X has part Y, then Y is part of X.</summary>
internal static class InverseFacts
{
    public static List<Subject> Add(FactsReader facts, Ontology ontology)
    {
        var derived = new List<Fact>();
        foreach (var (subject, _) in facts.Subjects.Values)
        {
            foreach (var fact in subject.Facts)
            {
                if (fact.Value is FactValue.Subject target && ontology.Properties[fact.Property].Inverse is { } inverse && ontology.Properties.ContainsKey(inverse))
                {
                    if (facts.Subjects.TryGetValue(target.Id, out var other) && other.Subject.Of(inverse).Any(f => f.Value == new FactValue.Subject(subject.Id) && f.From == fact.From))
                    {
                        continue;
                    }

                    var mirrored = fact with { Subject = target.Id, Property = inverse, Value = new FactValue.Subject(subject.Id) };
                    facts.Origins[mirrored] = facts.Origins[fact];
                    derived.Add(mirrored);
                }
            }
        }

        derived.AddRange(Succession.Derive(facts, ontology));
        var bySubject = derived.ToLookup(f => f.Subject);
        return [.. facts.Subjects.Values.Select(s => s.Subject with { Facts = [.. s.Subject.Facts, .. bySubject[s.Subject.Id]] })];
    }
}
