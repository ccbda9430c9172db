using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DpkoBot.Commands.Authoring;

/// <summary>A key as the JSON Schema explains it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Example">The key with a value, as it would be written; a line or more.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record SchemaKey(string Name, string Description, IReadOnlyList<string> Example, bool IsRequired);

/// <summary>What the knowledge's JSON Schemas say of the keys, so that a new file explains itself as an editor would.</summary>
/// <param name="folder">The knowledge folder.</param>
internal sealed class SchemaNotes(string folder)
{
    // What JSON puts in quotes, YAML reads in the same way.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Quote(string text) => JsonSerializer.Serialize(text, Readable);

    /// <summary>The keys of each entry below the first key of a file, in the schema's order.</summary>
    /// <param name="schema">The schema's file name.</param>
    public IReadOnlyList<SchemaKey> KeysOfEntries(string schema)
    {
        var path = Path.Combine(folder, KnowledgeSchemas, schema);
        if (!File.Exists(path) || JsonNode.Parse(File.ReadAllText(path)) is not { } root)
        {
            throw new InvalidDataException($"{path}: there is no such schema; copy the folder {KnowledgeSchemas}/ of the bot's own knowledge beside facts/.");
        }

        var entries = root["properties"]!.AsObject().First().Value!["patternProperties"]!.AsObject().First().Value!;
        var required = entries["required"]?.AsArray().Select(key => key!.GetValue<string>()).ToList() ?? [];
        return [.. entries["properties"]!.AsObject().Select(key => new SchemaKey(
            key.Key,
            key.Value!["description"]!.GetValue<string>(),
            [.. ExampleOf(key.Key, key.Value["examples"]?[0])],
            required.Contains(key.Key)))];
    }

    private static IEnumerable<string> ExampleOf(string key, JsonNode? example) => example switch
    {
        null => [$"{key}:"],
        JsonObject map => [$"{key}:", .. map.Select(entry => $"  {entry.Key}: {entry.Value!.ToJsonString(Readable)}")],
        JsonArray list => [$"{key}: [{string.Join(", ", list.Select(item => item!.ToJsonString(Readable)))}]"],
        _ => [$"{key}: {example.ToJsonString(Readable)}"],
    };

    private const string KnowledgeSchemas = "schema";
}
