using System.Buffers;
using System.Collections.Immutable;
using DpkoBot.Commands.Authoring;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands.Exchange;

/// <summary>Turns pairs into free topics, each with the source that its file names.</summary>
/// <param name="outline">The knowledge that they are added to.</param>
/// <param name="file">The name of the file that they are from.</param>
/// <param name="language">The tag of their language.</param>
/// <param name="date">Of when they are.</param>
internal sealed class ImportedTopics(KnowledgeOutline outline, string file, string language, string date)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("()[]{}|");
    private readonly string name = NewSubject.IdFor(Path.GetFileNameWithoutExtension(file)) is { Length: > 0 } id ? id : "pairs";
    private readonly HashSet<string> ids = [.. outline.Subjects];
    private readonly Dictionary<string, string> sources = [];
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The knowledge's files with the topics; the text of the sources file is to be added at its end.</summary>
    public (string Sources, ImmutableArray<(string Name, string Text)> Files, ImmutableArray<string> Lost) From(IReadOnlyCollection<QnaPair> pairs)
    {
        var (type, property) = outline.Ontology.Properties.Values.Where(p => p.Kind is PropertyKind.Topic).Select(p => (p.Of[0], p.Id)).First();
        var facts = new CommentedYaml($"facts/{name}.yaml", "facts.schema.json").Note(0, $"Imported from {file}.").Line(0, "subjects:");
        var topics = new CommentedYaml($"{language}/topics/{name}.yaml", "topics.schema.json").Note(0, $"Imported from {file}.").Line(0, "topics:");
        var (twice, marks) = (0, 0);
        foreach (var pair in pairs)
        {
            var sentences = pair.Questions.Select(SubjectFiles.AsSentence).Where(s => s.Length > 0 && asked.Add(s)).ToList();
            twice += pair.Questions.Length - sentences.Count;
            marks += pair.Questions.Count(q => q.AsSpan().ContainsAny(Marks));
            if (sentences.Count == 0)
            {
                continue;
            }

            var id = NewId(pair.Questions[0]);
            facts.Line(2, $"{id}:").Line(4, $"type: {type}").Line(4, $"source: {SourceOf(pair)}").Line(4, $"facts: {{ {property}: {{}} }}");
            topics.Line(2, $"{id}:").Line(4, $"question: {SchemaNotes.Quote(pair.Questions[0])}")
                // What the question asks for cannot be told from it; the question itself is understood in any language.
                .Line(4, $"asks: {SchemaNotes.Quote($"\"{pair.Questions[0]}\"")}")
                .Line(4, "texts:").Line(6, $"{property}: {(pair.Answer.Length == 0 ? "" : SchemaNotes.Quote(pair.Answer))}")
                .Line(4, "sentences:");
            sentences.ForEach(sentence => topics.Line(6, $"- {SchemaNotes.Quote(sentence)}"));
        }

        return (SourcesText(), [($"facts/{name}.yaml", facts.ToString()), ($"{language}/topics/{name}.yaml", topics.ToString())], [.. Losses.Tell(
            (pairs.Count(p => p.Metadata.Length > 0), "pairs have metadata to filter by, for which topics have no place"),
            (pairs.Count(p => p.Prompts.Length > 0), "pairs have follow-up prompts, for which topics have no place"),
            (twice, "wordings stand in two pairs, or hold no words; the first was kept"),
            (marks, "wordings hold brackets, braces or bars, which mean something in a sentence; they were left out of it"))]);
    }

    private string NewId(string question)
    {
        var stem = NewSubject.IdFor(question) is { Length: > 0 } own ? own : name;
        var id = stem;
        for (var number = 2; !ids.Add(id); number++)
        {
            id = $"{stem}-{number}";
        }

        return id;
    }

    private string SourceOf(QnaPair pair)
    {
        var title = pair.Source.Length > 0 ? pair.Source : file;
        if (!sources.TryGetValue(title, out var id))
        {
            var stem = $"{name}-{NewSubject.IdFor(title)}".TrimEnd('-');
            id = stem;
            for (var number = 2; outline.Sources.Contains(id) || sources.ContainsValue(id); number++)
            {
                id = $"{stem}-{number}";
            }

            sources[title] = id;
        }

        return id;
    }

    private string SourcesText() => string.Concat(sources.Select(source =>
        $"  {source.Value}:\n    title: {SchemaNotes.Quote(source.Key)}\n"
        + (Uri.TryCreate(source.Key, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? $"    url: {SchemaNotes.Quote(url.AbsoluteUri)}\n" : "")
        + $"    date: {date}\n"));
}
