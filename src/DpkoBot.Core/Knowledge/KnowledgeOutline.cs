using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge;

/// <summary>What a knowledge folder is made of, for those who add to it. It can be had while some of its files are still broken.</summary>
public sealed record KnowledgeOutline
{
    /// <summary>What kinds of things there are.</summary>
    public required Ontology Ontology { get; init; }

    /// <summary>The ids of the sources.</summary>
    public required FrozenSet<string> Sources { get; init; }

    /// <summary>The ids of the subjects.</summary>
    public required FrozenSet<string> Subjects { get; init; }

    /// <summary>The languages' tags, the one that others fall back to first.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>The plain question for each property, in the first language; <c>{subject}</c> stands for the subject.</summary>
    public required FrozenDictionary<string, string> Questions { get; init; }

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <returns>The outline; null, with the problems, where not even that can be read.</returns>
    public static (KnowledgeOutline? Outline, ImmutableArray<Diagnostic> Problems) Read(string folder)
    {
        var diagnostics = new DiagnosticBag();
        using var reader = new FolderReader(folder, diagnostics);
        var ontologyFile = reader.Read(KnowledgeLoader.OntologyFile);
        var ontology = ontologyFile is null ? null : OntologyReader.Read(ontologyFile);
        if (ontology is null)
        {
            return (null, [.. diagnostics.InOrder]);
        }

        var facts = ReadFacts(reader, ontology);
        var languages = reader.Folders()
            .Where(f => f is not (KnowledgeLoader.FactsFolder or KnowledgeLoader.SchemaFolder))
            .OrderBy(tag => tag != "en").ThenBy(tag => tag, StringComparer.Ordinal).ToImmutableArray();
        var outline = new KnowledgeOutline
        {
            Ontology = ontology,
            Sources = [.. facts.DeclaredSources],
            Subjects = [.. facts.DeclaredSubjects],
            Languages = languages,
            Questions = languages.IsEmpty ? FrozenDictionary<string, string>.Empty : ReadQuestions(reader, languages[0]),
        };
        return (outline, []);
    }

    private static FactsReader ReadFacts(FolderReader reader, Ontology ontology)
    {
        var facts = new FactsReader();
        foreach (var file in reader.Files(KnowledgeLoader.FactsFolder).Where(f => f != KnowledgeLoader.OntologyFile).ToList())
        {
            if (reader.Read(file) is not { } map)
            {
                continue;
            }

            if (file == KnowledgeLoader.SourcesFile)
            {
                facts.ReadSources(map);
            }
            else
            {
                facts.ReadSubjects(map, ontology);
            }
        }

        return facts;
    }

    private static FrozenDictionary<string, string> ReadQuestions(FolderReader reader, string tag)
    {
        var language = new LanguageReader(tag);
        foreach (var file in reader.Files($"{tag}/sentences").ToList())
        {
            if (reader.Read(file) is { } map)
            {
                language.Read(file[(tag.Length + 1)..], map);
            }
        }

        return language.Questions.ToFrozenDictionary(q => q.Property, q => q.Question);
    }
}
