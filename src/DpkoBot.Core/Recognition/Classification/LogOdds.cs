namespace DpkoBot.Core.Recognition.Classification;

/// <summary>
/// How much likelier each feature is in a class's sentences than in all of them: naive Bayes against the background. A feature
/// that other classes use and this one does not speaks against it, which the separators see only where classes are confused.
/// </summary>
internal static class LogOdds
{
    /// <summary>The background counts as much as this share of an average class.</summary>
    private const double Smoothing = 0.2;

    public static WeightMatrix Train(IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int features, int classes)
    {
        var weights = new WeightMatrix(features, classes);
        var (byClass, all) = (new double[classes], 0d);
        foreach (var (example, label) in examples.Zip(labels).Where(e => e.Second >= 0))
        {
            foreach (var (index, value) in example.Indices.Zip(example.Values))
            {
                weights.Row(index)[label] += value;
                byClass[label] += value;
                all += value;
            }
        }

        var background = Smoothing * all / classes;
        for (var f = 0; f < features; f++)
        {
            ToLogOdds(weights.Row(f)[..classes], byClass, all, background);
        }

        return weights;
    }

    private static void ToLogOdds(Span<float> masses, double[] byClass, double all, double background)
    {
        var total = 0d;
        foreach (var mass in masses)
        {
            total += mass;
        }

        var share = total / all;
        for (var k = 0; k < masses.Length && share > 0; k++)
        {
            masses[k] = (float)Math.Log((masses[k] + (background * share)) / ((byClass[k] + background) * share));
        }
    }
}
