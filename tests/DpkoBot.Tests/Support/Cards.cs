using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Tests.Support;

/// <summary>Looks into the Adaptive Cards of messages.</summary>
internal static class Cards
{
    /// <summary>The only card of a message.</summary>
    public static JsonElement CardOf(Activity message)
    {
        var attachment = Assert.Single(message.Attachments!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
        return attachment.Content!.Value;
    }

    /// <summary>All elements and actions of a type, wherever they are in the card.</summary>
    public static IEnumerable<JsonElement> All(this JsonElement part, string type) => part.ValueKind switch
    {
        JsonValueKind.Object => (part.TryGetProperty("type", out var name) && name.ValueEquals(type) ? [part] : Array.Empty<JsonElement>())
            .Concat(part.EnumerateObject().SelectMany(p => p.Value.All(type))),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(p => p.All(type)),
        _ => [],
    };

    /// <summary>The texts that the card shows, in order.</summary>
    public static List<string> Texts(this JsonElement card) => [.. card.All("TextBlock").Select(t => t.Text("text")!)];

    /// <summary>The facts that the card shows, by their labels.</summary>
    public static Dictionary<string, string> Facts(this JsonElement card) =>
        card.All("FactSet").SelectMany(s => s.GetProperty("facts").EnumerateArray()).ToDictionary(f => f.Text("title")!, f => f.Text("value")!);
}
