using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DpkoBot.Tests.Support;

/// <summary>Sees knowledge as an editor does: a YAML file against the JSON Schema that its first line names.</summary>
internal static partial class KnowledgeSchema
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "knowledge", "schema");

    /// <summary>The name of the schema in the file's first line; null if it names none.</summary>
    public static string? NameIn(string yaml) => Modeline.Match(yaml) is { Success: true } match ? match.Groups["name"].Value : null;

    public static async Task<ICollection<ValidationError>> ValidateAsync(string yaml)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Folder, NameIn(yaml)!));
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return schema.Validate(ToJson(stream.Documents[0].RootNode)?.ToJsonString() ?? "null");
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } => FromPlain(text),
        YamlScalarNode scalar => scalar.Value,
        _ => throw new ArgumentException($"unexpected node {node}"),
    };

    // The core schema of YAML 1.2, which editors go by: 1992 is a number, 1992-03 and yes are texts.
    private static JsonNode? FromPlain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => true,
        "false" => false,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ when Decimal.IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=(\.\./)+schema/(?<name>[a-z]+\.schema\.json)\r?\n")]
    private static partial Regex Modeline { get; }

    [GeneratedRegex(@"^[-+]?[0-9]+\.[0-9]*([eE][-+]?[0-9]+)?$")]
    private static partial Regex Decimal { get; }
}
