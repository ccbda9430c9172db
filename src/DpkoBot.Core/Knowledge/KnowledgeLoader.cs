using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge.Loading;
using DpkoBot.Core.Knowledge.Validation;

namespace DpkoBot.Core.Knowledge;

/// <summary>Reads a knowledge folder, and reports every problem that it finds.</summary>
public static class KnowledgeLoader
{
    internal const string FactsFolder = "facts";
    internal const string SchemaFolder = "schema";
    internal const string OntologyFile = "facts/ontology.yaml";
    internal const string SourcesFile = "facts/sources.yaml";

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

        using var reader = new FolderReader(folder, diagnostics);
        foreach (var file in reader.StrayFiles())
        {
            diagnostics.Add(file, 0, $"the file is not read here; put it into {FactsFolder}/ or into the folder of a language.");
        }

        var facts = new FactsReader();
        var ontology = ReadFacts(reader, facts, diagnostics);
        var languages = ReadLanguages(reader, diagnostics);
        if (ontology is null || !reader.AllRead)
        {
            return null;
        }

        var subjects = InverseFacts.Add(facts, ontology);
        KnowledgeValidator.Check(ontology, facts, subjects, languages, diagnostics);
        return diagnostics.Count > 0 ? null : new KnowledgeBase
        {
            Ontology = ontology,
            Sources = facts.Sources.ToFrozenDictionary(),
            Subjects = subjects.ToFrozenDictionary(s => s.Id),
            Languages = languages.Select(l => l.ToPack()).OfType<LanguagePack>().ToFrozenDictionary(p => p.Tag, StringComparer.OrdinalIgnoreCase),
            Version = reader.Version,
        };
    }

    private static Ontology? ReadFacts(FolderReader reader, FactsReader facts, DiagnosticBag diagnostics)
    {
        var files = reader.Files(FactsFolder).ToList();
        var ontology = ReadRequired(OntologyFile) is { } map ? OntologyReader.Read(map) : null;
        if (ReadRequired(SourcesFile) is { } sources)
        {
            facts.ReadSources(sources);
        }

        foreach (var file in files.Where(f => f is not (OntologyFile or SourcesFile)))
        {
            if (reader.Read(file) is { } subjects && ontology is not null)
            {
                facts.ReadSubjects(subjects, ontology);
            }
        }

        return ontology;

        YamlMap? ReadRequired(string name)
        {
            if (files.Contains(name))
            {
                return reader.Read(name);
            }

            diagnostics.Add(name, 0, "the file is missing; the knowledge cannot be read without it.");
            return null;
        }
    }

    private static List<LanguageReader> ReadLanguages(FolderReader reader, DiagnosticBag diagnostics)
    {
        var languages = new List<LanguageReader>();
        foreach (var tag in reader.Folders().Where(f => f is not (FactsFolder or SchemaFolder)))
        {
            if (languages.Find(l => string.Equals(l.Tag, tag, StringComparison.OrdinalIgnoreCase)) is { } same)
            {
                diagnostics.Add(tag, 0, $"{tag}/ and {same.Tag}/ are the same language; put the two together.");
                continue;
            }

            languages.Add(ReadLanguage(tag, reader, diagnostics));
        }

        if (languages.Count == 0)
        {
            diagnostics.Add(".", 0, "there is no language folder such as en/.");
        }

        return languages;
    }

    private static LanguageReader ReadLanguage(string tag, FolderReader reader, DiagnosticBag diagnostics)
    {
        var language = new LanguageReader(tag);
        var files = reader.Files(tag).ToList();
        foreach (var file in files)
        {
            if (reader.Read(file) is { } map)
            {
                language.Read(file[(tag.Length + 1)..], map);
            }
        }

        if (!files.Contains($"{tag}/language.yaml"))
        {
            diagnostics.Add($"{tag}/language.yaml", 0, "the file is missing; each language needs one.");
        }

        return language;
    }
}

/// <summary>The knowledge, or the problems that keep it from being used.</summary>
/// <param name="Knowledge">Null when there is any diagnostic.</param>
/// <param name="Diagnostics">All problems, by file and line.</param>
public sealed record KnowledgeLoadResult(KnowledgeBase? Knowledge, ImmutableArray<Diagnostic> Diagnostics);
