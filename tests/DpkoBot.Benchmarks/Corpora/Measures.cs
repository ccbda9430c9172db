namespace DpkoBot.Benchmarks.Corpora;

/// <summary>An answer to a question whose intent is known (null: out of scope).</summary>
internal readonly record struct Answer(string? Expected, string Given, double Score)
{
    public bool IsRight => Given == Expected;
}

/// <summary>The figures that publications give.</summary>
internal static class Measures
{
    /// <summary>The share of right ones. With one answer to each question it is the micro-averaged F1, too.</summary>
    public static double Accuracy(IReadOnlyCollection<Answer> answers) => answers.Count(a => a.IsRight) / (double)answers.Count;

    /// <summary>The share that is right and not rejected.</summary>
    public static double Accuracy(IReadOnlyCollection<Answer> answers, double threshold) => answers.Count(a => a.IsRight && a.Score >= threshold) / (double)answers.Count;

    public static double Accepted(IReadOnlyCollection<Answer> answers, double threshold) => answers.Count(a => a.Score >= threshold) / (double)answers.Count;

    /// <summary>The threshold that a share of the answers reaches.</summary>
    public static double ThresholdAccepting(double share, IReadOnlyCollection<Answer> answers) =>
        answers.Select(a => a.Score).OrderDescending().ElementAt((int)Math.Ceiling(share * answers.Count) - 1);

    /// <summary>The rule of Larson et al.: the threshold with the best accuracy, where rejecting is right for what is out of scope.</summary>
    public static double ThresholdOfBestAccuracy(IReadOnlyCollection<Answer> inside, IReadOnlyCollection<Answer> outside)
    {
        var (best, bestRight, right) = (double.PositiveInfinity, outside.Count, outside.Count);
        foreach (var answer in inside.Concat(outside).OrderByDescending(a => a.Score))
        {
            right += answer.Expected is null ? -1 : answer.IsRight ? 1 : 0;
            (best, bestRight) = right > bestRight ? (answer.Score, right) : (best, bestRight);
        }

        return best;
    }

    /// <summary>The probability that an answer to be accepted scores higher than one to be rejected.</summary>
    public static double AreaUnderCurve(IEnumerable<Answer> inside, IEnumerable<Answer> outside)
    {
        var sorted = inside.Select(a => (a.Score, IsInside: true)).Concat(outside.Select(a => (a.Score, IsInside: false))).OrderBy(a => a.Score).ToArray();
        var (ranks, insides) = (0d, 0d);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            while (end < sorted.Length && sorted[end].Score == sorted[start].Score)
            {
                end++;
            }

            var equals = sorted[start..end].Count(s => s.IsInside);
            (ranks, insides) = (ranks + (equals * (start + end + 1) / 2d), insides + equals);
            start = end;
        }

        return (ranks - (insides * (insides + 1) / 2)) / (insides * (sorted.Length - insides));
    }
}
