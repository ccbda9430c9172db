using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.DirectLine;
using DpkoBot.Turns;

namespace DpkoBot.BrowserTests;

/// <summary>Stands in for the bot: it greets, repeats what is said, and shows a card when asked for one.</summary>
internal sealed class RepeatingBot
{
    public const string Greeting = "Welcome.";

    private const string Card = """
        {
          "type": "AdaptiveCard", "version": "1.5", "body": [
            { "type": "TextBlock", "text": "Missions at a glance", "size": "Large", "weight": "Bolder", "wrap": true, "style": "heading" },
            { "type": "FactSet", "facts": [ { "title": "Where", "value": "Somewhere with a long name that has to break into several lines on a phone" }, { "title": "Since", "value": "1 January 2000" } ] },
            { "type": "Container", "style": "emphasis", "items": [ { "type": "TextBlock", "text": "Source: [a page](https://www.un.org/), 2020", "wrap": true, "isSubtle": true } ] }
          ],
          "actions": [
            { "type": "Action.Submit", "title": "More about them", "data": { "question": "the question on the card" } },
            { "type": "Action.OpenUrl", "title": "Read the page", "url": "https://www.un.org/" },
            { "type": "Action.OpenUrl", "title": "Bad link", "url": "javascript:document.title='stolen'" }
          ]
        }
        """;

    /// <summary>Runs before each answer.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public TurnDelegate Turn => async (activity, _) =>
    {
        if (activity.Type == ActivityTypes.ConversationUpdate)
        {
            return new([activity.CreateReply() with { Text = Greeting, Locale = "en", SuggestedActions = Suggest("Suggested question") }]);
        }

        if (activity.Type != ActivityTypes.Message)
        {
            return TurnResult.Quiet;
        }

        var text = activity.Text ?? activity.Value?.GetProperty("question").GetString() ?? "";
        await Before(text);
        return new([text == "card" ? Answer(activity, null) with { Attachments = [CardAttachment()] } : Answer(activity, "You said: " + text) with { SuggestedActions = text == "suggest" ? Suggest("Suggested question") : null }]);
    };

    private static Activity Answer(Activity activity, string? text) =>
        activity.CreateReply() with { Text = text, TextFormat = "markdown", Locale = "en" };

    private static Attachment CardAttachment()
    {
        using var card = JsonDocument.Parse(Card);
        return new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = card.RootElement.Clone() };
    }

    private static SuggestedActions Suggest(string question) => new() { Actions = [CardAction.ImBack(question, question)] };
}
