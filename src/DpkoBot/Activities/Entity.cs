using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpkoBot.Activities;

/// <summary>Metadata of an activity, such as a mention; what it holds beyond its type depends on the type.</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
