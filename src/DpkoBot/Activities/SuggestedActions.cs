using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpkoBot.Activities;

/// <summary>Buttons that a channel shows below the last message and takes away once one was used.</summary>
public sealed record SuggestedActions
{
    /// <summary>The ids of those who see them; null for everybody.</summary>
    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>A button.</summary>
public sealed record CardAction
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public JsonElement? Value { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>A button that sends <paramref name="text"/> as if the user had typed it.</summary>
    public static CardAction ImBack(string title, string text) => new()
    {
        Type = "imBack",
        Title = title,
        Value = JsonSerializer.SerializeToElement(text, ActivityJson.Default.String),
    };
}
