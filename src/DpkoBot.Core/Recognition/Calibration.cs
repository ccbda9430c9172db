namespace DpkoBot.Core.Recognition;

/// <summary>From what speaks for and against an intent to a score from 0 to 1.</summary>
internal static class Calibration
{
    // Fitted on the held-out utterances of tests/DpkoBot.Tests/utterances: see docs/recognition.md.
    private const double MarginWeight = 3.2;
    private const double CoverageWeight = 2.4;
    private const double AgreementWeight = 1.0;
    private const double Shift = -0.92;

    /// <summary>How far one score lies before another, in log odds: from 0.97 to 0.99 it is as far as from 0.5 to 0.75.</summary>
    public static double Lead(double score, double other) => LogOdds(score) - LogOdds(other);

    /// <summary>The score of an intent.</summary>
    /// <param name="margin">The classifier's margin.</param>
    /// <param name="coverage">The share of the words that the intent's sentences know, from 0 to 1.</param>
    /// <param name="agreement">How well the intent goes with the names mentioned, from -1 to 1.</param>
    public static double Score(double margin, double coverage, double agreement) =>
        1 / (1 + Math.Exp(-((MarginWeight * margin) + (CoverageWeight * coverage) + (AgreementWeight * agreement) + Shift)));

    private static double LogOdds(double score)
    {
        var bounded = Math.Clamp(score, 1e-9, 1 - 1e-9);
        return Math.Log(bounded / (1 - bounded));
    }
}
