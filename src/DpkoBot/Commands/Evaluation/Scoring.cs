using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Commands.Evaluation;

/// <summary>A case as it was played.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reply">The last turn's reply.</param>
/// <param name="Verdict">What that was worth.</param>
/// <param name="Time">How long the last turn took.</param>
internal sealed record ScoredCase(UtteranceCase Case, BotReply Reply, Verdict Verdict, TimeSpan Time);

/// <summary>A file of which all cases were played.</summary>
internal sealed record ScoredFile(UtteranceFile File, ImmutableArray<ScoredCase> Cases)
{
    public IEnumerable<ScoredCase> Failures => Cases.Where(scored => scored.Verdict is not Verdict.Passed);

    /// <summary>Plays all cases of a file, each in a conversation of its own.</summary>
    public static ScoredFile Play(AnswerEngine engine, UtteranceFile file, CancellationToken cancellationToken)
    {
        var cases = ImmutableArray.CreateBuilder<ScoredCase>(file.Cases.Length);
        foreach (var utterance in file.Cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cases.Add(Play(engine, file.Language, utterance));
        }

        return new ScoredFile(file, cases.MoveToImmutable());
    }

    /// <summary>Where the file does not hold what it asks for, in sentences.</summary>
    public IEnumerable<string> Shortfalls()
    {
        if (File.Floor is { } floor && Cases.PercentPassed() is var passed && passed < floor)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{passed:0.0} % of the cases passed, which is below the file's floor of {floor} %.");
        }

        if (File.MaxFalse is { } most && Cases.Percent(Verdict.Wrong, Verdict.False) is var notRight && notRight > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{notRight:0.0} % of the cases were answered with what is not right, which is above the file's max_false of {most} %.");
        }
    }

    private static ScoredCase Play(AnswerEngine engine, string language, UtteranceCase utterance)
    {
        var state = ConversationState.Empty;
        foreach (var turn in utterance.Turns.SkipLast(1))
        {
            state = engine.Answer(turn, language, state).State;
        }

        var start = Stopwatch.GetTimestamp();
        var reply = engine.Answer(utterance.Turns[^1], language, state).Reply;
        return new ScoredCase(utterance, reply, utterance.Expected.Judge(reply), Stopwatch.GetElapsedTime(start));
    }
}

internal static class Scores
{
    public static int Count(this IEnumerable<ScoredCase> cases, Verdict verdict) => cases.Count(scored => scored.Verdict == verdict);

    public static double PercentPassed(this IReadOnlyCollection<ScoredCase> cases) => cases.Percent(Verdict.Passed);

    public static double Percent(this IReadOnlyCollection<ScoredCase> cases, params Verdict[] verdicts) =>
        100.0 * cases.Count(scored => verdicts.Contains(scored.Verdict)) / cases.Count;

    /// <summary>The time within which a share of the turns was done.</summary>
    /// <param name="cases">At least one.</param>
    /// <param name="share">From 0 to 1.</param>
    public static TimeSpan TimeOf(this IEnumerable<ScoredCase> cases, double share)
    {
        var times = cases.Select(scored => scored.Time).Order().ToArray();
        return times[Math.Max(0, (int)Math.Ceiling(share * times.Length) - 1)];
    }
}
