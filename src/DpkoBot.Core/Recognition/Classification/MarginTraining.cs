using System.Runtime.CompilerServices;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>
/// One separator for each class against all others: support vector machines with squared hinge loss, trained by dual
/// coordinate descent (Hsieh et al., ICML 2008), all classes at once. The same examples always give the same weights.
/// </summary>
internal static class MarginTraining
{
    private const int Epochs = 12;
    private const float Cost = 1;

    /// <summary>Examples that lie this far beyond their margin are not looked at again: they pull at nothing.</summary>
    private const float FarOnItsSide = 0.15f;

    private const float NotLookedAt = -1;

    /// <summary>Trains separators: about 1 for a clear member of a class, -1 for a clear stranger.</summary>
    /// <param name="examples">The examples' vectors.</param>
    /// <param name="labels">The class of each, from 0; -1 for what belongs to none.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WeightMatrix Train(IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int features, int classes)
    {
        var weights = new WeightMatrix(features, classes);
        var stride = weights.Stride;
        var alphas = new float[(long)examples.Count * stride];
        var diagonals = MemberDiagonals(labels, classes);
        var order = Shuffle.Order(examples.Count);
        var steps = new float[stride];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var i in order)
            {
                weights.Margins(examples[i].Indices, examples[i].Values, steps);
                if (Steps(steps.AsSpan(0, classes), alphas.AsSpan(i * stride, classes), labels[i], diagonals))
                {
                    weights.Step(examples[i].Indices, examples[i].Values, steps);
                }
            }
        }

        return weights;
    }

    /// <summary>Turns the margins into the steps that make each class's loss least, seen from this example.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Steps(Span<float> margins, Span<float> alphas, int label, float[] memberDiagonals)
    {
        var any = false;
        for (var k = 0; k < margins.Length; k++)
        {
            var (side, diagonal) = k == label ? (1f, memberDiagonals[k]) : (-1f, 0.5f / Cost);
            // A vector has length one at most, and the bias is one more feature.
            var alpha = alphas[k];
            var gradient = (side * margins[k]) - 1 + (diagonal * alpha);
            if (alpha == NotLookedAt || (alpha == 0 && gradient > FarOnItsSide))
            {
                (margins[k], alphas[k]) = (0, NotLookedAt);
                continue;
            }

            var updated = MathF.Max(alpha - (gradient / (2 + diagonal)), 0);
            margins[k] = (updated - alpha) * side;
            alphas[k] = updated;
            any |= updated != alpha;
        }

        return any;
    }

    /// <summary>Intents with few sentences weigh as much as those with many, up to a point.</summary>
    private static float[] MemberDiagonals(IReadOnlyList<int> labels, int classes)
    {
        var members = new int[classes];
        foreach (var label in labels.Where(l => l >= 0))
        {
            members[label]++;
        }

        return [.. members.Select(m => 0.5f / (Cost * Math.Clamp(MathF.Sqrt((float)labels.Count / (m + 1)) / 2, 1, 4)))];
    }
}
