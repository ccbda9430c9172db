using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Turns;

/// <summary>Finds what the user asks in a message.</summary>
internal static class Question
{
    /// <summary>
    /// The text; or, of a card's submit, which has none, the value where it is a string or has a string
    /// <c>question</c> or <c>text</c>. Null when there is nothing to answer.
    /// </summary>
    public static string? In(Activity message)
    {
        if (Mentions.WithoutOwn(message) is { } said && !string.IsNullOrWhiteSpace(said))
        {
            return said;
        }

        return message.Value switch
        {
            { ValueKind: JsonValueKind.String } value => StringOf(value),
            { ValueKind: JsonValueKind.Object } value => PropertyOf(value, "question") ?? PropertyOf(value, "text"),
            _ => null,
        };
    }

    private static string? PropertyOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String ? StringOf(property) : null;

    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: JSON allows it, but it is no text.
            return null;
        }
    }
}
