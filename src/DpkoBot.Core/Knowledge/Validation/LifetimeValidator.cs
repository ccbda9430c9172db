using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks that nothing ends before it begins.</summary>
internal static class LifetimeValidator
{
    public static void Check(Ontology ontology, FactsReader facts)
    {
        foreach (var (subject, _) in facts.Subjects.Values)
        {
            if (First(subject, ontology.Begins) is (_, { } begin) && First(subject, ontology.Ends) is ({ } fact, { } end) && end.Latest < begin.Earliest)
            {
                var (file, line) = facts.Origins[fact];
                file.Report(line, $"`{subject.Id}` ends ({end}) before it begins ({begin}); put one of the two dates right.");
            }
        }
    }

    private static (Fact? Fact, PartialDate? Date) First(Subject subject, IEnumerable<string> properties)
    {
        var fact = properties.Select(p => subject.Of(p).FirstOrDefault()).FirstOrDefault(f => f is not null);
        return (fact, (fact?.Value as FactValue.Date)?.Value);
    }
}
