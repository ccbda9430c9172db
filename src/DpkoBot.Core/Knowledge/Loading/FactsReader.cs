using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads the language-neutral files under <c>facts/</c>.</summary>
internal sealed partial class FactsReader
{
    private readonly Dictionary<string, (Subject Subject, YamlMap Origin)> subjects = [];
    private readonly Dictionary<string, Source> sources = [];
    private readonly HashSet<string> declaredSubjects = [];
    private HashSet<string>? declaredSources;

    public IReadOnlyDictionary<string, (Subject Subject, YamlMap Origin)> Subjects => subjects;

    public IReadOnlyDictionary<string, Source> Sources => sources;

    /// <summary>Where each fact was written, for messages about it.</summary>
    public Dictionary<Fact, (YamlFile File, long Line)> Origins { get; } = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<string> DeclaredSubjects => declaredSubjects;

    public IEnumerable<string> DeclaredSources => declaredSources ?? [];

    /// <summary>Whether every subject that is written down could be read.</summary>
    public bool AllRead => declaredSubjects.All(subjects.ContainsKey);

    /// <summary>Whether a subject of that id is written down, even if wrongly: what refers to it is right.</summary>
    public bool Declares(string subject) => declaredSubjects.Contains(subject);

    public void ReadSources(YamlMap file)
    {
        declaredSources = [.. Ids(file, "sources")];
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
            var unverified = map.Flag("unverified");
            map.RejectUnknownKeys();
            if (title is not null && date is not null)
            {
                sources[id] = new Source(id, title, url, date.Value, unverified);
            }
        }

        file.RejectUnknownKeys();
    }

    public void ReadSubjects(YamlMap file, Ontology ontology)
    {
        declaredSubjects.UnionWith(Ids(file, "subjects"));
        var ownerOfAll = file.Text("owner");
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
            CheckSource(map, source);
            // A source that is there and cannot be read was told; the facts do not lack it, too.
            var facts = type is null ? [] : ReadFacts(id, type, map, ontology, source ?? (map.Has("source") ? "" : null));
            var owner = map.Text("owner") ?? ownerOfAll;
            if (type is not null)
            {
                subjects[id] = (new Subject(id, type, facts) { Owner = owner, File = map.File.Name, Line = (int)map.Line }, map);
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
        foreach (var (id, line) in entries?.Keys ?? [])
        {
            if (!Id.IsMatch(id))
            {
                file.File.Report(line, $"`{id}` cannot be an id; use small letters a to z, digits, and - or _ between them.");
            }

            if (entries!.Map(id, $"{what} (`{id}`)") is { } map)
            {
                yield return (id, map);
            }
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

            foreach (var entry in factsMap!.Maps(key, $"the fact `{key}` of `{subject}`", text => HowToWrite(property, text)))
            {
                facts.AddRange(ReadFact(subject, property, entry, defaultSource));
            }
        }

        return facts.ToImmutable();
    }

    private static IEnumerable<string> Ids(YamlMap file, string key) => file.Map(key, $"`{key}`")?.Keys.Select(k => k.Key) ?? [];

    private static string Article(string type) => ("aeiou".Contains(type[0], StringComparison.Ordinal) ? "an " : "a ") + type;

    private IEnumerable<Fact> ReadFact(string subject, Property property, YamlMap entry, string? defaultSource)
    {
        var sourceId = entry.Text("source") ?? defaultSource;
        if (sourceId is null)
        {
            entry.Report(null, $"{entry.What} has no source; add `source:` to it or to the subject.");
        }
        else if (entry.Has("source"))
        {
            CheckSource(entry, sourceId);
        }

        var asOf = entry.Range("as_of");
        var from = entry.Date("from");
        var until = entry.Date("until");
        if (from is { } f && until is { } u && u.Latest < f.Earliest)
        {
            entry.Report("until", $"{entry.What} ends ({until}) before it starts ({from}).");
        }

        var acting = entry.Flag("acting");
        var isAfterGap = entry.Flag("gap");
        var values = ReadValues(property, entry).ToList();
        entry.RejectUnknownKeys();

        // A fact that is written wrongly still stands, so that nothing else is blamed for lacking it.
        var sourceDate = sourceId is null ? null : sources.GetValueOrDefault(sourceId)?.Date;
        foreach (var value in values.DefaultIfEmpty(new FactValue.Wording()))
        {
            var fact = new Fact { Subject = subject, Property = property.Id, Value = value, Source = sourceId ?? "", AsOf = asOf ?? sourceDate ?? default, From = from, Until = until, Acting = acting, IsAfterGap = isAfterGap };
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
                return entry.Number("value") is { } number ? [number] : [];
            case PropertyKind.Subject:
                if (!entry.Has("value"))
                {
                    entry.Report(null, $"{entry.What} lacks `value`; add it.");
                }

                return entry.Texts("value").Select(t => new FactValue.Subject(t.Text));
            default:
                if (entry.Has("value"))
                {
                    entry.Report("value", $"{entry.What} has no `value` here, because it is {(property.Kind is PropertyKind.Name ? "a name" : "a text")}; {HowToWrite(property, "")}.");
                }

                return [new FactValue.Wording(entry.Text("wording"))];
        }
    }

    private static string HowToWrite(Property property, string text) => property switch
    {
        { Kind: PropertyKind.Name } => $"write `{property.Id}: {{}}` and the name below the subject's id in subjects/ of each language",
        { IsWorded: true } => $"write `{property.Id}: {{}}` and the text below the subject's `texts` in each language",
        _ => $"write `{property.Id}: {{ value: {text} }}`",
    };

    private void CheckSource(YamlMap map, string? source)
    {
        if (source is not null && declaredSources?.Contains(source) == false)
        {
            map.Report("source", $"`{source}` is not in facts/sources.yaml{YamlMap.Suggest(source, declaredSources)}");
        }
    }

    [GeneratedRegex("^[a-z0-9]+([-_][a-z0-9]+)*$")]
    private static partial Regex Id { get; }
}
