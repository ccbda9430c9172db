using System.Runtime.CompilerServices;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>
/// Logistic regression over all classes at once, by stochastic gradient descent that stops early instead of being regularized.
/// What the weights are after each epoch but the first is averaged: the last steps alone are too much of chance.
/// Each time half of an example's features are left out, by chance: no intent may hang on a single word that its sentences happen
/// to share, and people use others. An example that is told well teaches next to nothing, and is left out of the next epoch.
/// </summary>
internal static class SoftmaxTraining
{
    private const float FirstRate = 6;
    private const float Decay = 0.3f;

    /// <summary>An example whose class is at least as likely as this is told well.</summary>
    private const float Well = 0.97f;

    /// <summary>Trains weights whose margins are the logarithms of how likely each class is, but for a constant.</summary>
    /// <param name="examples">The examples' vectors.</param>
    /// <param name="labels">The class of each, from 0; -1 for what belongs to none and is not learned.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="epochs">How often each example is looked at: the more, the surer of itself, right or wrong.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WeightMatrix Train(IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int features, int classes, int epochs)
    {
        var weights = new WeightMatrix(features, classes);
        var average = new WeightMatrix(features, classes);
        var steps = new float[weights.Stride];
        var half = new ThinnedVector();
        var told = new bool[examples.Count];
        var chance = new Shuffle();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var rate = FirstRate / (1 + (epoch * Decay));
            foreach (var i in chance.NextOrder(examples.Count).Where(i => labels[i] >= 0))
            {
                if (told[i])
                {
                    told[i] = false;
                    continue;
                }

                half.Thin(examples[i], chance);
                weights.Margins(half.Indices, half.Values, steps);
                told[i] = Steps(steps.AsSpan(0, classes), labels[i], rate) >= Well;
                if (!told[i])
                {
                    weights.Step(half.Indices, half.Values, steps);
                }
            }

            if (epoch > 0 || epochs == 1)
            {
                average.Add(weights, 1f / Math.Max(epochs - 1, 1));
            }
        }

        return average;
    }

    /// <summary>Turns logits into the steps that make the label likelier.</summary>
    /// <returns>How likely the label is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Steps(Span<float> logits, int label, float rate)
    {
        var highest = float.MinValue;
        foreach (var logit in logits)
        {
            highest = MathF.Max(highest, logit);
        }

        var sum = 0f;
        foreach (ref var logit in logits)
        {
            logit = MathF.Exp(logit - highest);
            sum += logit;
        }

        for (var k = 0; k < logits.Length; k++)
        {
            logits[k] = rate * ((k == label ? 1 : 0) - (logits[k] / sum));
        }

        return 1 - (logits[label] / rate);
    }
}
