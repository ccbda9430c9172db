using System.Text.Json;
using System.Text.RegularExpressions;
using DpkoBot.Activities;

namespace DpkoBot.Turns;

/// <summary>In groups a message begins by calling the bot: "&lt;at&gt;DpkoBot&lt;/at&gt; who leads the department?".</summary>
internal static partial class Mentions
{
    /// <summary>The text without the bot's own mention, and with the plain names of the others, who may be asked about.</summary>
    public static string? WithoutOwn(Activity message)
    {
        if (message is not { Text: { } text, Entities: { } entities })
        {
            return message.Text;
        }

        foreach (var entity in entities.Where(entity => entity?.Type == "mention"))
        {
            if (IdOf(entity) == message.Recipient?.Id && TextOf(entity) is { Length: > 0 } own && text.IndexOf(own, StringComparison.Ordinal) is >= 0 and var at)
            {
                text = text.Remove(at, own.Length);
            }
        }

        return Tag().Replace(text, "$1").Trim();
    }

    private static string? IdOf(Entity mention) =>
        mention.Extra?.GetValueOrDefault("mentioned") is { ValueKind: JsonValueKind.Object } mentioned && mentioned.TryGetProperty("id", out var id) ? StringOf(id) : null;

    private static string? TextOf(Entity mention) => mention.Extra is not null && mention.Extra.TryGetValue("text", out var text) ? StringOf(text) : null;

    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows it, but it is no text.
            return null;
        }
    }

    [GeneratedRegex("<at[^<>]*>([^<>]*)</at>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
