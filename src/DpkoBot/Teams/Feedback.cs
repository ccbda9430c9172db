using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;
using DpkoBot.Activities;
using DpkoBot.Turns;

namespace DpkoBot.Teams;

/// <summary>
/// The thumbs below an answer. They are counted, and nothing else is kept: neither who gave them nor what was written with
/// them.
/// </summary>
public static class Feedback
{
    public const string MeterName = "DpkoBot.Teams";
    public const string CounterName = "dpkobot.feedback";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Given = Meter.CreateCounter<long>(CounterName, description: "Thumbs below answers in Teams, by reaction.");

    /// <summary>Has Teams show thumbs below a message.</summary>
    public static Activity AskFor(Activity reply) => reply.Type == ActivityTypes.Message
        ? reply with { ChannelData = TeamsJson.Element(new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } }) }
        : reply;

    /// <summary>The thumb of a click: <c>like</c> or <c>dislike</c>; null where it has neither.</summary>
    public static string? ReactionIn(Activity invoke) =>
        TeamsJson.StringIn(invoke.Value, "actionName") == "feedback" && invoke.Value!.Value.TryGetProperty("actionValue", out var value) && TeamsJson.StringIn(value, "reaction") is "like" or "dislike"
            ? TeamsJson.StringIn(value, "reaction")
            : null;

    /// <summary>Counts a click. Null for an action that is no feedback.</summary>
    public static InvokeResponse? Take(Activity invoke)
    {
        if (TeamsJson.StringIn(invoke.Value, "actionName") != "feedback")
        {
            return null;
        }

        if (ReactionIn(invoke) is not { } reaction)
        {
            return new InvokeResponse(StatusCodes.Status400BadRequest, TeamsJson.Element(new JsonObject { ["error"] = "The feedback's reaction is neither like nor dislike." }));
        }

        Given.Add(1, new KeyValuePair<string, object?>("reaction", reaction));
        return new InvokeResponse(StatusCodes.Status200OK, TeamsJson.Element([]));
    }
}

internal static class TeamsJson
{
    public static JsonElement Element(JsonObject json)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }

    public static string? StringIn(JsonElement? json, string name)
    {
        try
        {
            return json is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String
                ? property.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows it, but it is no text.
            return null;
        }
    }
}
