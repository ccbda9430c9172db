namespace DpkoBot.Core.Recognition;

/// <summary>What speaks for an intent.</summary>
/// <param name="Odds">The logarithm of the odds by which the classifier takes it for the one that is meant.</param>
/// <param name="Coverage">The share of the words that its sentences know, from 0 to 1.</param>
/// <param name="Agreement">How well it goes with the names mentioned, from -1 to 1.</param>
/// <param name="Unknown">How many words its sentences do not know, of those that say something.</param>
/// <param name="IsTopic">Whether it is a written answer, which says no more than it was written for.</param>
internal readonly record struct Evidence(double Odds, double Coverage, double Agreement, int Unknown, bool IsTopic);

/// <summary>What speaks for answering nothing.</summary>
/// <param name="Odds">The logarithm of the odds of what is not to be answered.</param>
/// <param name="Coverage">The share of the words that any such sentence knows: what is left is strange.</param>
/// <param name="IsShort">Whether the question is so short that each of its words matters.</param>
internal readonly record struct Doubt(double Odds, double Coverage, bool IsShort);

/// <summary>From what speaks for and against an intent to a score from 0 to 1: how many of a hundred such answers are right.</summary>
internal static class Calibration
{
    // Fitted by logistic regression on questions that nothing was learned from: see docs/recognition.md.
    private const double Shift = -0.3;
    private const double OddsWeight = 0.6;
    private const double CoverageWeight = 0.8;
    private const double AgreementWeight = 0.9;
    private const double UnknownWeight = -1.6;
    private const int MaxUnknown = 2;
    private const double TopicWeight = -0.9;
    private const double NoneOddsWeight = -0.09;
    private const double NoneCoverageWeight = 0.5;

    // No training is so thorough that it could tell a likelihood below this one.
    private const double Least = 1e-6;

    /// <summary>How far one score lies before another, in log odds: from 0.97 to 0.99 it is as far as from 0.5 to 0.75.</summary>
    public static double Lead(double score, double other) => LogOdds(score) - LogOdds(other);

    /// <summary>The score of an intent.</summary>
    public static double Score(Evidence evidence, Doubt doubt) => 1 / (1 + Math.Exp(-(
        Shift
        + (OddsWeight * evidence.Odds)
        + (CoverageWeight * evidence.Coverage * evidence.Coverage)
        + (AgreementWeight * evidence.Agreement)
        + (doubt.IsShort ? UnknownWeight * Math.Min(evidence.Unknown, MaxUnknown) : 0)
        + (evidence.IsTopic ? TopicWeight : 0)
        + (NoneOddsWeight * doubt.Odds)
        + (NoneCoverageWeight * doubt.Coverage))));

    /// <summary>The log odds of each class, from the logarithms of their likelihoods.</summary>
    public static double[] LogOdds(float[] margins)
    {
        var highest = margins.Max();
        var sum = margins.Sum(m => Math.Exp(m - highest));
        return [.. margins.Select(m => LogOdds(Math.Exp(m - highest) / sum))];
    }

    private static double LogOdds(double likelihood)
    {
        var bounded = Math.Clamp(likelihood, Least, 1 - Least);
        return Math.Log(bounded / (1 - bounded));
    }
}
