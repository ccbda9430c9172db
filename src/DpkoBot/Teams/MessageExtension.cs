using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Operations.Reloading;
using DpkoBot.Turns;

namespace DpkoBot.Teams;

/// <summary>
/// Searches the knowledge from the box in which a message is written, and puts the chosen answer into it as a card. Only what
/// is answered is offered: a search that finds nothing says so.
/// </summary>
public sealed class MessageExtension(KnowledgeInService knowledge)
{
    /// <summary>What is typed, or nothing yet: then what may be asked is offered.</summary>
    public InvokeResponse Search(Activity invoke)
    {
        // One for the whole search, should the knowledge be replaced in its middle.
        var engine = knowledge.Engine;
        if (IsPageAfterTheFirst(invoke.Value))
        {
            return Results([]);
        }

        var typed = QueryIn(invoke.Value);
        var reply = string.IsNullOrWhiteSpace(typed) ? engine.Greet(invoke.Locale) : Ask(engine, typed, invoke.Locale);
        IEnumerable<string> questions = reply.Outcome switch
        {
            Outcome.Answer => reply.SuggestedQuestions.Prepend(typed!.Trim()),
            Outcome.Clarify => reply.SuggestedQuestions,
            Outcome.Chitchat => engine.Greet(invoke.Locale).SuggestedQuestions,
            _ => [],
        };
        var answers = questions
            .Select(question => (Question: question, Reply: Ask(engine, question, invoke.Locale)))
            .Where(answer => answer.Reply.Outcome == Outcome.Answer)
            .DistinctBy(answer => answer.Reply.Text)
            .Select(answer => AnswerCard.Attachment(answer.Question, answer.Reply))
            .ToImmutableArray();
        return answers.IsEmpty ? Message(MessageText.ToPlain(reply.Text)) : Results(answers);
    }

    private static BotReply Ask(AnswerEngine engine, string question, string? locale) => engine.Answer(question, locale, ConversationState.Empty).Reply;

    private static InvokeResponse Results(ImmutableArray<JsonObject> attachments) => Answer(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. attachments]),
    });

    private static InvokeResponse Message(string text) => Answer(new JsonObject { ["type"] = "message", ["text"] = text });

    private static InvokeResponse Answer(JsonObject composeExtension) =>
        new(StatusCodes.Status200OK, TeamsJson.Element(new JsonObject { ["composeExtension"] = composeExtension }));

    // On the initial run there is a parameter of another name.
    private static string? QueryIn(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } query && query.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Array
            ? parameters.EnumerateArray()
                .Where(parameter => TeamsJson.StringIn(parameter, "name") == AppPackage.QueryParameter)
                .Select(parameter => TeamsJson.StringIn(parameter, "value"))
                .FirstOrDefault()
            : null;

    private static bool IsPageAfterTheFirst(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } query
        && query.TryGetProperty("queryOptions", out var options)
        && options.ValueKind == JsonValueKind.Object
        && options.TryGetProperty("skip", out var skip)
        && skip.ValueKind == JsonValueKind.Number
        && skip.GetDouble() > 0;
}
