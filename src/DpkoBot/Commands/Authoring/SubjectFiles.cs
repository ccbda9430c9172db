using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands.Authoring;

/// <summary>The files that a new subject or topic needs: one with its facts, and one with its wording in each language.</summary>
internal static class SubjectFiles
{
    private const string FactsSchema = "facts.schema.json";
    private const string WordingSchema = "wording.schema.json";
    private const string TopicsSchema = "topics.schema.json";

    /// <returns>The files' names in the knowledge folder, with their texts.</returns>
    public static IEnumerable<(string Name, string Text)> For(NewSubject subject, KnowledgeOutline outline, SchemaNotes notes)
    {
        var isTopic = outline.Ontology.Properties.Values.Any(p => p.Kind is PropertyKind.Topic && p.Of.Contains(subject.Type));
        yield return Facts(subject, outline, notes);
        foreach (var tag in outline.Languages)
        {
            // The name was given in one language; in the others it stands empty, and `check` asks for it.
            var name = tag == outline.Languages[0] ? subject.Name : null;
            yield return isTopic ? Topic(subject, name, tag, outline, notes) : Wording(subject, name, tag, notes);
        }
    }

    private static (string Name, string Text) Facts(NewSubject subject, KnowledgeOutline outline, SchemaNotes notes)
    {
        var file = $"facts/{subject.Id}.yaml";
        var keys = notes.KeysOfEntries(FactsSchema).ToDictionary(key => key.Name);
        var yaml = new CommentedYaml(file, FactsSchema)
            .Note(0, $"What is known of: {subject.Name}. Fill in what stands empty, take the # away from what you know, and delete the rest.")
            .Line(0, "subjects:")
            .Line(2, $"{subject.Id}:")
            .Line(4, $"type: {subject.Type}")
            .Note(4, keys["source"].Description)
            .Line(4, $"source: {subject.Source}")
            .Note(4, keys["facts"].Description)
            .Line(4, "facts:");
        var properties = outline.Ontology.Properties.Values
            .Where(p => p.HasFacts && p.Of.Contains(subject.Type)).OrderBy(p => p.Kind).ThenBy(p => p.Id, StringComparer.Ordinal).ToList();
        var derived = properties.ToDictionary(p => p, p => PropertyNotes.WrittenAs(p, outline.Ontology));
        foreach (var property in properties.Where(p => derived[p] is null))
        {
            PropertyNotes.Write(yaml, property, outline.Questions.GetValueOrDefault(property.Id)?.Replace("{subject}", subject.Name, StringComparison.Ordinal));
        }

        foreach (var property in properties.Where(p => derived[p] is not null))
        {
            yaml.Note(6, $"`{property.Id}` is not written here: {derived[property]}");
        }

        return (file, yaml.ToString());
    }

    private static (string Name, string Text) Wording(NewSubject subject, string? name, string tag, SchemaNotes notes)
    {
        var file = $"{tag}/subjects/{subject.Id}.yaml";
        var yaml = new CommentedYaml(file, WordingSchema)
            .Note(0, "How it is called, and the wording of those of its facts that are texts. The examples are those of other subjects.")
            .Line(0, "subjects:")
            .Line(2, $"{subject.Id}:");
        foreach (var key in notes.KeysOfEntries(WordingSchema))
        {
            yaml.Note(4, key.Description);
            _ = key.Name == "name" ? yaml.Line(4, $"name: {Quoted(name)}") : yaml.Off(4, key.Example);
        }

        return (file, yaml.ToString());
    }

    private static (string Name, string Text) Topic(NewSubject subject, string? question, string tag, KnowledgeOutline outline, SchemaNotes notes)
    {
        var file = $"{tag}/topics/{subject.Id}.yaml";
        var property = outline.Ontology.Properties.Values.First(p => p.Kind is PropertyKind.Topic).Id;
        var yaml = new CommentedYaml(file, TopicsSchema)
            .Note(0, "A question with a written answer. Fill in what stands empty.")
            .Line(0, "topics:")
            .Line(2, $"{subject.Id}:");
        foreach (var key in notes.KeysOfEntries(TopicsSchema))
        {
            yaml.Note(4, key.Description + (key.IsRequired && key.Example[0].EndsWith(']') ? $" For example: {key.Example[0]}" : ""));
            _ = key.Name switch
            {
                "question" => yaml.Line(4, $"question: {Quoted(question)}"),
                "texts" => yaml.Line(4, "texts:").Line(6, $"{property}:"),
                "sentences" => yaml.Line(4, "sentences:").Line(6, $"- {Quoted(question is null ? null : AsSentence(question))}"),
                _ when key.IsRequired => yaml.Line(4, $"{key.Name}:"),
                _ => yaml.Off(4, key.Example),
            };
        }

        return (file, yaml.ToString());
    }

    /// <summary>A question as a sentence template: without the marks that mean something there.</summary>
    public static string AsSentence(string question) =>
        string.Join(' ', question.Split(['(', ')', '[', ']', '{', '}', '|', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Quoted(string? text) => text is null ? "" : SchemaNotes.Quote(text);
}
