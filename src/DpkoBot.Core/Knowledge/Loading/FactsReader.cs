using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads the language-neutral files under <c>facts/</c>.</summary>
internal sealed class FactsReader
{
    private static readonly ImmutableArray<string> Kinds = [.. Enum.GetNames<PropertyKind>().Select(n => n.ToLowerInvariant())];
    private readonly Dictionary<string, (Subject Subject, YamlMap Origin)> subjects = [];
    private readonly Dictionary<string, Source> sources = [];

    public IReadOnlyDictionary<string, (Subject Subject, YamlMap Origin)> Subjects => subjects;

    public IReadOnlyDictionary<string, Source> Sources => sources;

    /// <summary>Where each fact was written, for messages about it.</summary>
    public Dictionary<Fact, (YamlFile File, long Line)> Origins { get; } = new(ReferenceEqualityComparer.Instance);

    public static Ontology? ReadOntology(YamlMap file)
    {
        var types = file.Texts("types").Select(t => t.Text).ToFrozenSet();
        var properties = new Dictionary<string, Property>();
        foreach (var (key, map) in Entries(file, "properties", "a property"))
        {
            if (ReadProperty(key, map, types) is { } property)
            {
                properties[key] = property;
            }
        }

        var defaultSubject = file.RequiredText("default_subject");
        file.RejectUnknownKeys();
        foreach (var property in properties.Values.Where(p => p.Inverse is not null && !properties.ContainsKey(p.Inverse)))
        {
            file.Report("properties", $"the inverse `{property.Inverse}` of `{property.Id}` is not a property{YamlMap.Suggest(property.Inverse!, properties.Keys)}");
        }

        return defaultSubject is null ? null : new Ontology { DefaultSubject = defaultSubject, Types = types, Properties = properties.ToFrozenDictionary() };
    }

    public void ReadSources(YamlMap file)
    {
        foreach (var (id, map) in Entries(file, "sources", "a source"))
        {
            var title = map.RequiredText("title");
            var url = map.Text("url");
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            {
                map.Report("url", $"`url: {url}` is not a web address that starts with https://.");
            }

            _ = map.RequiredText("date");
            var date = map.Range("date");
            map.RejectUnknownKeys();
            if (title is not null && date is not null)
            {
                sources[id] = new Source(id, title, url, date.Value);
            }
        }

        file.RejectUnknownKeys();
    }

    public void ReadSubjects(YamlMap file, Ontology ontology)
    {
        foreach (var (id, map) in Entries(file, "subjects", "a subject"))
        {
            if (subjects.TryGetValue(id, out var other))
            {
                map.Report(null, $"the subject `{id}` is already in {other.Origin.File.Name}, line {other.Origin.Line}; give one of them another id or put their facts together.");
                continue;
            }

            var type = map.RequiredText("type");
            if (type is not null && !ontology.Types.Contains(type))
            {
                map.Report("type", $"`{type}` is not a type{YamlMap.Suggest(type, ontology.Types)}");
                type = null;
            }

            var source = map.Text("source");
            if (source is not null && !sources.ContainsKey(source))
            {
                ReportSource(map, source);
            }

            var facts = type is null ? [] : ReadFacts(id, type, map, ontology, source);
            if (type is not null)
            {
                subjects[id] = (new Subject(id, type, facts), map);
            }

            _ = map.Has("facts");
            map.RejectUnknownKeys();
        }

        file.RejectUnknownKeys();
    }

    /// <summary>The entries under a key as (key, mapping), each told apart by what it is.</summary>
    internal static IEnumerable<(string Key, YamlMap Map)> Entries(YamlMap file, string key, string what)
    {
        if (!file.Has(key))
        {
            file.Report(null, $"the file lacks `{key}`; it starts with that key.");
            yield break;
        }

        var entries = file.Map(key, $"`{key}`");
        foreach (var (id, _) in entries?.Keys ?? [])
        {
            if (entries!.Map(id, $"{what} (`{id}`)") is { } map)
            {
                yield return (id, map);
            }
        }
    }

    private static Property? ReadProperty(string id, YamlMap map, FrozenSet<string> types)
    {
        var kindText = map.RequiredText("kind");
        var property = new Property
        {
            Id = id,
            Kind = Enum.TryParse<PropertyKind>(kindText, ignoreCase: true, out var kind) ? kind : PropertyKind.Text,
            Of = Types("of"),
            Targets = Types("target"),
            Inverse = map.Text("inverse"),
            Many = map.Flag("many"),
            Changes = map.Flag("changes"),
            ByYear = map.Flag("by_year"),
            StandsFor = map.Flag("stands_for"),
            TellsTime = map.Flag("tells_time"),
        };
        if (kindText is not null && !Kinds.Contains(kindText))
        {
            map.Report("kind", $"`{kindText}` is not a kind of property{YamlMap.Suggest(kindText, Kinds)}");
        }

        if (property.Kind is PropertyKind.Subject != !property.Targets.IsEmpty)
        {
            map.Report(null, $"{map.What} must have a `target` if its kind is `subject`, and only then.");
        }

        map.RejectUnknownKeys();
        return property;

        ImmutableArray<string> Types(string key)
        {
            foreach (var (type, line) in map.Texts(key).Where(t => !types.Contains(t.Text)))
            {
                map.File.Report(line, $"`{type}` is not a type{YamlMap.Suggest(type, types)}");
            }

            return [.. map.Texts(key).Select(t => t.Text)];
        }
    }

    private ImmutableArray<Fact> ReadFacts(string subject, string type, YamlMap map, Ontology ontology, string? defaultSource)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var factsMap = map.Map("facts", $"the facts of `{subject}`");
        foreach (var (key, line) in factsMap?.Keys ?? [])
        {
            var ofType = ontology.Properties.Values.Where(p => p.HasFacts && p.Of.Contains(type)).ToList();
            if (ofType.FirstOrDefault(p => p.Id == key) is not { } property)
            {
                map.File.Report(line, $"`{key}` is not a property of {Article(type)}{YamlMap.Suggest(key, ofType.Select(p => p.Id))}");
                continue;
            }

            foreach (var entry in factsMap!.Maps(key, $"the fact `{key}` of `{subject}`"))
            {
                facts.AddRange(ReadFact(subject, property, entry, defaultSource));
            }
        }

        return facts.ToImmutable();
    }

    private static string Article(string type) => ("aeiou".Contains(type[0], StringComparison.Ordinal) ? "an " : "a ") + type;

    private IEnumerable<Fact> ReadFact(string subject, Property property, YamlMap entry, string? defaultSource)
    {
        var sourceId = entry.Text("source") ?? defaultSource;
        if (sourceId is null)
        {
            entry.Report(null, $"{entry.What} has no source; add `source:` to it or to the subject.");
        }
        else if (!sources.ContainsKey(sourceId) && entry.Has("source"))
        {
            ReportSource(entry, sourceId);
        }

        var asOf = entry.Range("as_of");
        var from = entry.Date("from");
        var until = entry.Date("until");
        if (from is { } f && until is { } u && u.Latest < f.Earliest)
        {
            entry.Report("until", $"{entry.What} ends ({until}) before it starts ({from}).");
        }

        var values = ReadValues(property, entry).ToList();
        entry.RejectUnknownKeys();
        if (sourceId is null || !sources.TryGetValue(sourceId, out var source))
        {
            yield break;
        }

        foreach (var value in values)
        {
            var fact = new Fact { Subject = subject, Property = property.Id, Value = value, Source = sourceId, AsOf = asOf ?? source.Date, From = from, Until = until };
            Origins[fact] = (entry.File, entry.Line);
            yield return fact;
        }
    }

    private static IEnumerable<FactValue> ReadValues(Property property, YamlMap entry)
    {
        switch (property.Kind)
        {
            case PropertyKind.Date:
                _ = entry.RequiredText("value");
                return entry.Date("value") is { } date ? [new FactValue.Date(date)] : [];
            case PropertyKind.Number:
                _ = entry.RequiredText("value");
                return entry.Number("value") is { } number ? [new FactValue.Number(number)] : [];
            case PropertyKind.Subject:
                if (!entry.Has("value"))
                {
                    entry.Report(null, $"{entry.What} lacks `value`; add it.");
                }

                return entry.Texts("value").Select(t => new FactValue.Subject(t.Text));
            default:
                return [new FactValue.Wording()];
        }
    }

    private void ReportSource(YamlMap map, string source) =>
        map.Report("source", $"`{source}` is not in facts/sources.yaml{YamlMap.Suggest(source, sources.Keys)}");
}
