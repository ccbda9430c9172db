using System.Collections.Immutable;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Turns;

/// <summary>Tells the developer at the Emulator how a message was understood.</summary>
internal static class RecognitionTrace
{
    public static Activity Of(Activity incoming, BotReply reply) => incoming.CreateReply(ActivityTypes.Trace) with
    {
        Name = "IntentRecognition",
        Label = "Intent recognition",
        ValueType = "DpkoBot.IntentRecognition",
        Value = JsonSerializer.SerializeToElement(
            new RecognitionTraceValue(
                NameOf(reply.Outcome),
                reply.Recognition.Intent,
                reply.Recognition.Entities,
                reply.Recognition.Score,
                reply.Recognition.RunnerUp,
                reply.Recognition.Margin,
                reply.Recognition.Matched,
                reply.Topics),
            TurnJson.Default.RecognitionTraceValue),
    };

    // Lower case: part of what tools read from the trace, so it does not change with a rename in the code.
    public static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Answer => "answer",
        Outcome.Clarify => "clarify",
        Outcome.Fallback => "fallback",
        Outcome.Chitchat => "chitchat",
        Outcome.Refuse => "refuse",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}

internal sealed record RecognitionTraceValue(
    string Outcome,
    string? Intent,
    ImmutableArray<RecognizedEntity> Entities,
    double Score,
    string? RunnerUp,
    double Margin,
    string? Matched,
    ImmutableArray<string> Topics);
