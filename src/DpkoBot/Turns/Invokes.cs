using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Turns;

/// <summary>Answers <c>invoke</c> activities. The bot sends nothing that invokes, so it handles none so far.</summary>
internal static class Invokes
{
    private static readonly InvokeResponse NotHandled = new(501);

    public static InvokeResponse Answer(Activity invoke) =>
        invoke.Name == "adaptiveCard/action" && FaultOf(invoke.Value) is { } fault ? Malformed(fault) : NotHandled;

    private static string? FaultOf(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } body)
        {
            return "The invoke has no value.";
        }

        if (!body.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
        {
            return "The invoke's value has no action.";
        }

        return action.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Action.Execute")
            ? null
            : "The action is not an Action.Execute.";
    }

    private static InvokeResponse Malformed(string message) => new(
        400,
        JsonSerializer.SerializeToElement(
            new CardActionError(400, "application/vnd.microsoft.error", new CardActionErrorValue("BadRequest", message)),
            TurnJson.Default.CardActionError));
}

/// <summary>The shape in which the channels expect an <c>adaptiveCard/action</c> to be refused.</summary>
internal sealed record CardActionError(int StatusCode, string Type, CardActionErrorValue Value);

internal sealed record CardActionErrorValue(string Code, string Message);
