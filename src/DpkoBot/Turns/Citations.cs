using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Turns;

/// <summary>
/// Tells a reply's sources to channels that show them as such: numbers in the text, and an entity that says what they stand
/// for. It has no mark of a generated answer, because none is generated.
/// </summary>
internal static class Citations
{
    // The limits of Teams, which is the channel that shows them.
    private const int MaxCount = 20;
    private const int MaxNameLength = 80;
    private const int MaxAbstractLength = 160;

    public static Activity AddTo(Activity message, ImmutableArray<Citation> citations) => citations.IsEmpty
        ? message
        : message with { Text = Number(message.Text ?? "", citations), Entities = [.. message.Entities ?? [], Entity([.. citations.Take(MaxCount)])] };

    // A reply's last paragraph names its sources in this order, each by its title or as a link with it.
    private static string Number(string text, ImmutableArray<Citation> citations)
    {
        var from = text.LastIndexOf('\n') + 1;
        for (var index = 0; index < Math.Min(citations.Length, MaxCount); index++)
        {
            var end = EndOf(citations[index], text, from);
            var mark = $" [{index + 1}]";
            text = text.Insert(end, mark);
            from = end + mark.Length;
        }

        return text;
    }

    private static int EndOf(Citation citation, string text, int from)
    {
        foreach (var name in (string[])[$"[{citation.Title}]({citation.Url})", citation.Title])
        {
            if (text.IndexOf(name, from, StringComparison.Ordinal) is >= 0 and var at)
            {
                return at + name.Length;
            }
        }

        return text.Length;
    }

    private static Entity Entity(ImmutableArray<Citation> citations) => new()
    {
        Type = "https://schema.org/Message",
        Extra = new Dictionary<string, JsonElement>
        {
            ["@type"] = JsonSerializer.SerializeToElement("Message", TurnJson.Default.String),
            ["@context"] = JsonSerializer.SerializeToElement("https://schema.org", TurnJson.Default.String),
            ["citation"] = JsonSerializer.SerializeToElement([.. citations.Select(Claim)], TurnJson.Default.ImmutableArrayCitationClaim),
        },
    };

    private static CitationClaim Claim(Citation citation, int index) => new(
        index + 1,
        new CitationDocument(
            MessageText.Shorten(citation.Title, MaxNameLength),
            citation.Url,
            MessageText.Shorten(citation.Date is null ? citation.Title : $"{citation.Title}, {citation.Date}", MaxAbstractLength)));
}

internal sealed record CitationClaim(int Position, CitationDocument Appearance)
{
    [JsonPropertyName("@type")]
    public string Type { get; } = "Claim";
}

internal sealed record CitationDocument(string Name, string? Url, string Abstract)
{
    [JsonPropertyName("@type")]
    public string Type { get; } = "DigitalDocument";
}
