using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using DpkoBot.Core.Knowledge.Loading;
using DpkoBot.Core.Knowledge.Validation;

namespace DpkoBot.Core.Knowledge;

/// <summary>Reads a knowledge folder, and reports every problem that it finds.</summary>
public static class KnowledgeLoader
{
    private const string FactsFolder = "facts";
    private const string SchemaFolder = "schema";

    /// <summary>
    /// Loads and validates the folder: <c>facts/</c> (ontology.yaml, sources.yaml and any other files, which hold subjects)
    /// and one folder a language. Never throws for what an author can have done wrong.
    /// </summary>
    /// <param name="folder">The folder's path.</param>
    public static KnowledgeLoadResult Load(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var knowledge = LoadFolder(folder, diagnostics);
        return diagnostics.Count == 0
            ? new KnowledgeLoadResult(knowledge, [])
            : new KnowledgeLoadResult(null, [.. diagnostics.InOrder]);
    }

    private static KnowledgeBase? LoadFolder(string folder, DiagnosticBag diagnostics)
    {
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(folder, 0, "there is no such knowledge folder; check the setting Knowledge:Folder.");
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        YamlMap? Read(string path) => YamlFile.Read(folder, path, diagnostics, hash.AppendData);

        var facts = new FactsReader();
        if (ReadFacts(folder, facts, Read, diagnostics) is not { } ontology)
        {
            return null;
        }

        var languages = ReadLanguages(folder, Read, diagnostics);
        var subjects = InverseFacts.Add(facts, ontology);
        KnowledgeValidator.Check(ontology, facts, subjects, languages, diagnostics);
        var packs = languages.Select(l => l.ToPack()).OfType<LanguagePack>().ToFrozenDictionary(p => p.Tag, StringComparer.OrdinalIgnoreCase);
        return packs.Count == 0 ? null : new KnowledgeBase
        {
            Ontology = ontology,
            Sources = facts.Sources.ToFrozenDictionary(),
            Subjects = subjects.ToFrozenDictionary(s => s.Id),
            Languages = packs,
            Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..12],
        };
    }

    private static Ontology? ReadFacts(string folder, FactsReader facts, Func<string, YamlMap?> read, DiagnosticBag diagnostics)
    {
        var files = YamlFiles(Path.Combine(folder, FactsFolder));
        var ontologyPath = Required("ontology.yaml");
        var sourcesPath = Required("sources.yaml");
        var ontology = ontologyPath is not null && read(ontologyPath) is { } map ? FactsReader.ReadOntology(map) : null;
        if (sourcesPath is not null && read(sourcesPath) is { } sources)
        {
            facts.ReadSources(sources);
        }

        foreach (var file in files.Where(f => f != ontologyPath && f != sourcesPath))
        {
            if (read(file) is { } subjects && ontology is not null)
            {
                facts.ReadSubjects(subjects, ontology);
            }
        }

        return ontology;

        string? Required(string name)
        {
            var path = files.FirstOrDefault(f => Path.GetFileName(f) == name);
            if (path is null)
            {
                diagnostics.Add($"{FactsFolder}/{name}", 0, "the file is missing; the knowledge cannot be read without it.");
            }

            return path;
        }
    }

    private static List<LanguageReader> ReadLanguages(string folder, Func<string, YamlMap?> read, DiagnosticBag diagnostics)
    {
        var languages = new List<LanguageReader>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var tag = Path.GetFileName(path);
            if (tag is FactsFolder or SchemaFolder || tag.StartsWith('.'))
            {
                continue;
            }

            var language = new LanguageReader(tag);
            foreach (var file in YamlFiles(path))
            {
                if (read(file) is { } map)
                {
                    language.Read(Path.GetRelativePath(path, file).Replace('\\', '/'), map);
                }
            }

            if (!File.Exists(Path.Combine(path, "language.yaml")))
            {
                diagnostics.Add($"{tag}/language.yaml", 0, "the file is missing; each language needs one.");
            }

            languages.Add(language);
        }

        if (languages.Count == 0)
        {
            diagnostics.Add(".", 0, "there is no language folder such as en/.");
        }

        return languages;
    }

    private static string[] YamlFiles(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
}

/// <summary>The knowledge, or the problems that keep it from being used.</summary>
/// <param name="Knowledge">Null when there is any diagnostic.</param>
/// <param name="Diagnostics">All problems, by file and line.</param>
public sealed record KnowledgeLoadResult(KnowledgeBase? Knowledge, ImmutableArray<Diagnostic> Diagnostics);
