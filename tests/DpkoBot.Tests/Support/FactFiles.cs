using YamlDotNet.RepresentationModel;

namespace DpkoBot.Tests.Support;

/// <summary>
/// The facts and their English wording as they stand in the files, read without the bot's own loader: what answers are compared
/// with. Relations from their other side, and who came before and after whom, are worked out here once more.
/// </summary>
internal sealed class FactFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "knowledge");
    private readonly YamlMappingNode ontology = Read(Path.Combine(Folder, "facts", "ontology.yaml"));
    private readonly Dictionary<string, YamlMappingNode> wordings = [];
    private readonly Dictionary<string, string> types = [];
    private readonly List<WrittenFact> written = [];
    private readonly ILookup<(string Subject, string Property), WrittenFact> facts;

    private FactFiles()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "facts")).Where(f => Path.GetFileName(f) is not ("ontology.yaml" or "sources.yaml")).Order(StringComparer.Ordinal))
        {
            foreach (var (id, subject) in Entries(Read(file), "subjects"))
            {
                types[id] = Text(subject, "type")!;
                written.AddRange(Entries(subject, "facts").SelectMany(f => Facts(id, f.Key, f.Value)));
            }
        }

        foreach (var (folder, key) in new[] { ("subjects", "subjects"), ("topics", "topics") })
        {
            foreach (var (id, wording) in Directory.EnumerateFiles(Path.Combine(Folder, "en", folder)).SelectMany(f => Entries(Read(f), key)))
            {
                wordings[id] = (YamlMappingNode)wording;
            }
        }

        facts = written.Concat(Derived()).ToLookup(f => (f.Subject, f.Property));
    }

    public static FactFiles English { get; } = new();

    /// <summary>How a subject is named in a sentence.</summary>
    public string Name(string subject) => Text(wordings[subject], "phrase") ?? Text(wordings[subject], "name")!;

    /// <summary>How a relation's values are named in a list.</summary>
    public IEnumerable<string> ShortNames(string subject, string property) =>
        facts[(subject, property)].Select(f => Text(wordings[f.Value!], "acronym") ?? Text(wordings[f.Value!], "name")!);

    /// <summary>All that an answer must say: the values, in words.</summary>
    public IEnumerable<string> Expected(string subject, string property) => Text(Property(property), "kind") switch
    {
        "composite" when property == "term" => Holding(subject, "position").SelectMany(f => Dates(f).Prepend(Word(f))),
        "composite" => OverviewOf.SelectMany(p => Holding(subject, p)).Select(Word),
        "status" => Bounds.SelectMany(b => List(ontology, b).SelectMany(p => facts[(subject, p)]).Take(1)).Select(Word),
        "number" => Holding(subject, property).SelectMany(f => Dates(f).Prepend(Word(f))),
        _ => Holding(subject, property).Select(Word),
    };

    private static readonly string[] OverviewOf = ["purpose", "position", "career", "responsible", "post_of", "missions", "part_of", "established", "ended"];

    private static readonly string[] Bounds = ["begins", "ends"];

    /// <summary>The facts that hold: of what changes, those that still do, or else those that held last.</summary>
    private List<WrittenFact> Holding(string subject, string property)
    {
        var all = facts[(subject, property)].ToList();
        // Who came before somebody means at the head of the department, where he headed that too.
        var scoped = all.FindAll(f => f.Scope is null || f.Scope == Text(ontology, "default_subject"));
        all = scoped.Count > 0 ? scoped : all;
        if (!IsSet(property, "changes") && !IsSet(property, "by_year"))
        {
            return all;
        }

        var open = all.FindAll(f => f.Until is null);
        return open.Count > 0 ? open : all.FindAll(f => EnglishWords.LastDay(f.Until!) == all.Max(o => EnglishWords.LastDay(o.Until!)));
    }

    private string Word(WrittenFact fact) => Text(Property(fact.Property), "kind") switch
    {
        "date" => EnglishWords.Date(fact.Value!),
        "number" => EnglishWords.Number(fact.Value!),
        "subject" => Name(fact.Value!),
        "name" when fact.Wording is null => Text(wordings[fact.Subject], "name")!,
        _ => Text(wordings[fact.Subject]["texts"], fact.Wording ?? fact.Property)!,
    };

    private static IEnumerable<string> Dates(WrittenFact fact) => new[] { fact.From, fact.Until }.OfType<string>().Select(EnglishWords.Date);

    private IEnumerable<WrittenFact> Derived()
    {
        foreach (var (id, property) in Entries(ontology, "properties"))
        {
            var own = written.FindAll(f => f.Property == id);
            if (Text(property, "inverse") is { } inverse)
            {
                foreach (var fact in own)
                {
                    yield return fact with { Subject = fact.Value!, Property = inverse, Value = fact.Subject };
                }
            }

            if (Text(property, "before") is { } before && Text(property, "after") is { } after)
            {
                foreach (var terms in own.Where(f => f is { Acting: false, From: not null }).GroupBy(f => f.Subject))
                {
                    var inOrder = terms.OrderBy(f => EnglishWords.FirstDay(f.From!)).ToList();
                    foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)).Where(p => p.First.Value != p.Second.Value))
                    {
                        yield return new WrittenFact(later.Value!, before, earlier.Value, Scope: terms.Key);
                        yield return new WrittenFact(earlier.Value!, after, later.Value, Scope: terms.Key);
                    }
                }
            }
        }
    }

    private static IEnumerable<WrittenFact> Facts(string subject, string property, YamlNode node) =>
        from entry in node is YamlSequenceNode list ? list.Children : [node]
        from value in List(entry, "value").DefaultIfEmpty()
        select new WrittenFact(subject, property, value, Text(entry, "wording"), Text(entry, "from"), Text(entry, "until"), Text(entry, "acting") == "true");

    private YamlNode Property(string id) => ontology["properties"][id];

    private bool IsSet(string property, string flag) => Text(Property(property), flag) == "true";

    private static IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var entries)
            ? ((YamlMappingNode)entries).Children.Select(e => KeyValuePair.Create(((YamlScalarNode)e.Key).Value!, e.Value))
            : [];

    private static string? Text(YamlNode node, string key) => List(node, key).FirstOrDefault();

    private static IEnumerable<string> List(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var value)
            ? (value is YamlSequenceNode list ? list.Children : [value]).OfType<YamlScalarNode>().Select(v => v.Value!.Trim())
            : [];

    private static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private sealed record WrittenFact(string Subject, string Property, string? Value, string? Wording = null, string? From = null, string? Until = null, bool Acting = false, string? Scope = null);
}
