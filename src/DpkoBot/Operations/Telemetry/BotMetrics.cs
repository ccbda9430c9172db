using System.Diagnostics.Metrics;
using DpkoBot.Operations.Reloading;

namespace DpkoBot.Operations.Telemetry;

/// <summary>What is counted and measured of the bot itself. No label ever holds a user's text or id.</summary>
public sealed class BotMetrics
{
    public const string MeterName = "DpkoBot";

    private readonly Counter<long> turns;
    private readonly Histogram<double> recognizing;
    private readonly Histogram<double> scores;
    private readonly Counter<long> lostReplies;
    private readonly Counter<long> rejected;
    private readonly Counter<long> reloads;
    private int openSockets;

    public BotMetrics(IMeterFactory meters, KnowledgeInService knowledge)
    {
        var meter = meters.Create(MeterName);
        turns = meter.CreateCounter<long>("dpkobot.turns", "{turn}", "Messages that were answered, by channel, outcome and language.");
        recognizing = meter.CreateHistogram("dpkobot.recognizer.duration", "s", "How long it took to understand a message and to word the reply.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1] });
        scores = meter.CreateHistogram("dpkobot.recognizer.score", "1", "How sure the recognizer was.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] });
        lostReplies = meter.CreateCounter<long>("dpkobot.connector.lost", "{reply}", "Replies that a channel's connector did not take.");
        rejected = meter.CreateCounter<long>("dpkobot.requests.rejected", "{request}", "Requests that were refused because there were too many.");
        reloads = meter.CreateCounter<long>("dpkobot.knowledge.reloads", "{reload}", "How often changed knowledge was taken, refused or found to be the same.");
        meter.CreateObservableGauge("dpkobot.sockets.open", () => Volatile.Read(ref openSockets), "{socket}", "WebSockets that are open.");
        meter.CreateObservableGauge(
            "dpkobot.knowledge.info",
            () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", knowledge.Version)),
            description: "1 for the version of the knowledge that answers.");
        meter.CreateObservableGauge(
            "dpkobot.knowledge.refused",
            () => knowledge.Problems.IsEmpty ? 0 : 1,
            description: "1 while the files of the knowledge are not right, so that an older version answers.");
    }

    /// <summary>A message was answered.</summary>
    /// <param name="channel">The channel, if it is a known one.</param>
    /// <param name="outcome">The turn's outcome.</param>
    /// <param name="language">The reply's language.</param>
    /// <param name="score">How sure the recognizer was, from 0 to 1.</param>
    /// <param name="duration">How long it took.</param>
    public void TurnTaken(string channel, string outcome, string language, double score, TimeSpan duration)
    {
        turns.Add(1, new("channel", channel), new("outcome", outcome), new KeyValuePair<string, object?>("language", language));
        recognizing.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("language", language));
        scores.Record(score, new("outcome", outcome), new KeyValuePair<string, object?>("language", language));
    }

    public void RepliesLost(int count) => lostReplies.Add(count);

    public void RequestRejected() => rejected.Add(1);

    /// <returns>How many WebSockets are open with this one.</returns>
    public int SocketOpened() => Interlocked.Increment(ref openSockets);

    public void SocketClosed() => Interlocked.Decrement(ref openSockets);

    /// <param name="result">taken, refused, unchanged or failed.</param>
    public void KnowledgeReloaded(string result) => reloads.Add(1, new KeyValuePair<string, object?>("result", result));
}
