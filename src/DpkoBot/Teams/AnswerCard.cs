using System.Globalization;
using System.Text.Json.Nodes;
using DpkoBot.Core.Conversation;
using DpkoBot.Turns;

namespace DpkoBot.Teams;

/// <summary>An answer as a message extension inserts it: an Adaptive Card, and the line by which it is chosen.</summary>
internal static class AnswerCard
{
    // A card may have 28 KB, which must do where JSON writes a character as six.
    private const int MaxTextLength = 4_000;
    private const int MaxPreviewLength = 140;
    private const int MaxTitleLength = 200;
    private const int MaxLinks = 4;

    public static JsonObject Attachment(string question, BotReply reply)
    {
        var title = MessageText.Shorten(question, MaxTitleLength);
        return new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = Card(title, reply),
            ["preview"] = new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.thumbnail",
                ["content"] = new JsonObject
                {
                    ["title"] = title,
                    ["text"] = MessageText.Shorten(FirstLine(reply.Text), MaxPreviewLength),
                },
            },
        };
    }

    private static JsonObject Card(string title, BotReply reply)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["lang"] = reply.Language,
            ["rtl"] = CultureInfo.GetCultureInfo(reply.Language).TextInfo.IsRightToLeft,
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = title, ["weight"] = "Bolder", ["size"] = "Medium", ["wrap"] = true },
                new JsonObject { ["type"] = "TextBlock", ["text"] = MessageText.Shorten(reply.Text, MaxTextLength), ["wrap"] = true }),
        };
        JsonObject[] links =
        [
            .. reply.Citations.Where(citation => citation.Url is not null).Take(MaxLinks).Select(citation => new JsonObject
            {
                ["type"] = "Action.OpenUrl", ["title"] = MessageText.Shorten(citation.Title, ChannelFeatures.MaxTitleLength), ["url"] = citation.Url,
            }),
        ];
        if (links.Length > 0)
        {
            card["actions"] = new JsonArray([.. links]);
        }

        return card;
    }

    private static string FirstLine(string markdown) => MessageText.ToPlain(markdown.Split('\n')[0]);
}
