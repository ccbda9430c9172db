using System.Text.Json.Nodes;
using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Knowledge;

/// <summary>The schemas that help in an editor, and the loader, say the same.</summary>
public sealed class SchemaTests
{
    private static readonly string Knowledge = Path.Combine(AppContext.BaseDirectory, "knowledge");

    private static readonly string[] ManyParts = ["properties", "patternProperties", "definitions"];
    private static readonly string[] SingleParts = ["items", "additionalProperties"];

    public static TheoryData<string> KnowledgeFiles =>
        [.. Directory.GetFiles(Knowledge, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Knowledge, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Schemas => [.. Directory.GetFiles(KnowledgeSchema.Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(KnowledgeFiles))]
    public async Task A_file_is_valid_against_the_schema_that_its_first_line_names(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Knowledge, file), TestContext.Current.CancellationToken);
        var levels = string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/')));

        Assert.StartsWith($"# yaml-language-server: $schema={levels}schema/{KnowledgeSchema.NameIn(text)}\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(SchemaFor(file), KnowledgeSchema.NameIn(text));
        Assert.Empty(await KnowledgeSchema.ValidateAsync(text));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_schema_belongs_to_a_file_and_accepts_the_small_knowledge(string schema)
    {
        var texts = SmallKnowledge.Files.Values.Where(text => KnowledgeSchema.NameIn(text) == schema).ToList();

        Assert.NotEmpty(texts);
        foreach (var text in texts)
        {
            Assert.Empty(await KnowledgeSchema.ValidateAsync(text));
        }
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_schema_explains_every_key_and_knows_no_others(string schema)
    {
        var root = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(KnowledgeSchema.Folder, schema), TestContext.Current.CancellationToken))!.AsObject();

        Assert.Equal("http://json-schema.org/draft-07/schema#", root["$schema"]?.GetValue<string>());
        foreach (var (path, part) in Parts(root, schema))
        {
            Assert.True(part.ContainsKey("description") || part.ContainsKey("$ref") || part.ContainsKey("anyOf"), $"{path} has no description");
            Assert.True(part["type"]?.ToString() != "object" || part.ContainsKey("additionalProperties"), $"{path} lets any key pass");
        }
    }

    [Fact]
    public async Task The_kinds_cues_and_phrases_of_the_schemas_are_those_of_the_code()
    {
        var cues = await Read("language.schema.json", "properties/sets/properties/cues", "properties");
        var kinds = await Read("ontology.schema.json", "properties/properties/patternProperties", "properties/kind/enum");
        var phrases = await Read("language.schema.json", "properties/phrases", "required");
        var explained = await Read("language.schema.json", "properties/phrases", "properties");

        Assert.Equal(Enum.GetNames<PropertyKind>().Select(n => n.ToLowerInvariant()), kinds.AsArray().Select(k => k!.GetValue<string>()));
        Assert.Equal(SetWords.CueIds.Order(StringComparer.Ordinal), cues.AsObject().Select(c => c.Key).Order(StringComparer.Ordinal));
        Assert.Equal(LanguageRules.RequiredPhrases.Keys.Order(StringComparer.Ordinal), phrases.AsArray().Select(p => p!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(LanguageRules.RequiredPhrases.Keys.Order(StringComparer.Ordinal), explained.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(BadSnippets.All), MemberType = typeof(BadSnippets))]
    public async Task What_the_schema_refuses_the_loader_refuses_too(string file, string good, string bad)
    {
        using var folder = new KnowledgeFolder();
        folder.Replacing(file, good, bad);

        Assert.NotEmpty(await KnowledgeSchema.ValidateAsync(folder.TextOf(file)));
        Assert.Contains(folder.Load().Diagnostics, problem => problem.File == file);
    }

    [Theory]
    [MemberData(nameof(BadSnippets.GoodOnes), MemberType = typeof(BadSnippets))]
    public async Task What_the_schema_accepts_the_loader_accepts_too(string file, string good, string other)
    {
        using var folder = new KnowledgeFolder();
        folder.Replacing(file, good, other);

        Assert.Empty(await KnowledgeSchema.ValidateAsync(folder.TextOf(file)));
        folder.LoadGood();
    }

    private static string SchemaFor(string file) => file.Split('/') switch
    {
        ["facts", "ontology.yaml"] => "ontology.schema.json",
        ["facts", "sources.yaml"] => "sources.schema.json",
        ["facts", ..] => "facts.schema.json",
        [_, "subjects", ..] => "wording.schema.json",
        [_, "sentences", ..] => "sentences.schema.json",
        [_, "topics", ..] => "topics.schema.json",
        [_, var name] => name.Replace(".yaml", ".schema.json", StringComparison.Ordinal),
        _ => "",
    };

    private static IEnumerable<(string Path, JsonObject Part)> Parts(JsonObject schema, string path)
    {
        yield return (path, schema);
        var maps = ManyParts.SelectMany(key => schema[key]?.AsObject().Select(p => ($"{path}/{p.Key}", p.Value)) ?? []);
        var single = SingleParts.Select(key => ($"{path}/{key}", schema[key]));
        foreach (var (name, part) in maps.Concat(single))
        {
            if (part is JsonObject inner)
            {
                foreach (var found in Parts(inner, name))
                {
                    yield return found;
                }
            }
        }
    }

    // A path leads through the only pattern where it ends in patternProperties.
    private static async Task<JsonNode> Read(string schema, string first, string second)
    {
        JsonNode node = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(KnowledgeSchema.Folder, schema), TestContext.Current.CancellationToken))!;
        node = first.Split('/').Aggregate(node, (n, key) => n[key]!);
        node = first.EndsWith("patternProperties", StringComparison.Ordinal) ? node.AsObject().Single().Value! : node;
        return second.Split('/').Aggregate(node, (n, key) => n[key]!);
    }
}
