using System.Diagnostics;

namespace DpkoBot.Operations.Telemetry;

/// <summary>The bot's own part of a trace: what became of a message, and never what it said or who said it.</summary>
public static class BotTracing
{
    public const string SourceName = "DpkoBot";

    private static readonly ActivitySource Source = new(SourceName);

    /// <returns>Null where nobody traces.</returns>
    public static Activity? StartAnswering(string channel) => Source.StartActivity("answer")?.SetTag("dpkobot.channel", channel);

    public static void Answered(this Activity? span, string outcome, string language, double score) => span?
        .SetTag("dpkobot.outcome", outcome)
        .SetTag("dpkobot.language", language)
        .SetTag("dpkobot.score", Math.Round(score, 3));
}
