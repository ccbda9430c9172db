using System.Runtime.CompilerServices;

namespace DpkoBot.Core.Recognition;

/// <summary>
/// One linear separator for each class against all others: support vector machines with squared hinge loss, trained by
/// dual coordinate descent (Hsieh et al., ICML 2008). The same examples always give the same model.
/// </summary>
internal sealed class LinearModel
{
    private const int Epochs = 12;
    private const double Cost = 1;

    /// <summary>Examples that lie this far beyond their margin are not looked at again: they pull at nothing.</summary>
    private const float FarOnItsSide = 0.15f;

    private readonly float[] weights;
    private readonly float[] biases;
    private readonly int classes;

    private LinearModel(float[] weights, float[] biases)
    {
        this.weights = weights;
        this.biases = biases;
        classes = biases.Length;
    }

    /// <summary>Trains a model.</summary>
    /// <param name="examples">The examples' vectors.</param>
    /// <param name="labels">The class of each, from 0.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    public static LinearModel Train(IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int features, int classes)
    {
        var weights = new float[features * classes];
        var biases = new float[classes];
        var order = Shuffled(examples.Count);
        Parallel.For(0, classes, c =>
        {
            var separator = TrainOne(examples, labels, c, features, order);
            for (var f = 0; f < features; f++)
            {
                weights[(f * classes) + c] = separator[f];
            }

            biases[c] = separator[features];
        });
        return new LinearModel(weights, biases);
    }

    /// <summary>How far on each class's side the vector lies: about 1 for a clear member, -1 for a clear stranger.</summary>
    public float[] Margins(FeatureVector vector)
    {
        var margins = (float[])biases.Clone();
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            var row = weights.AsSpan(vector.Indices[i] * classes, classes);
            var value = vector.Values[i];
            for (var c = 0; c < classes; c++)
            {
                margins[c] += row[c] * value;
            }
        }

        return margins;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] TrainOne(IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int positive, int features, int[] order)
    {
        var w = new float[features + 1];
        var alpha = new float[examples.Count];
        var positives = labels.Count(l => l == positive);
        // Intents with few sentences weigh as much as those with many, up to a point.
        var positiveCost = Cost * Math.Clamp(Math.Sqrt((double)examples.Count / (positives + 1)) / 2, 1, 4);
        var active = order.ToArray();
        var count = active.Length;
        for (var epoch = 0; epoch < Epochs && count > 0; epoch++)
        {
            var kept = 0;
            foreach (var i in active.AsSpan(0, count))
            {
                var y = labels[i] == positive ? 1f : -1f;
                var diagonal = (float)(0.5 / (y > 0 ? positiveCost : Cost));
                var gradient = (y * Dot(w, examples[i])) - 1 + (diagonal * alpha[i]);
                if (alpha[i] == 0 && gradient > FarOnItsSide)
                {
                    continue;
                }

                active[kept++] = i;
                var updated = Math.Max(alpha[i] - (gradient / (2 + diagonal)), 0);
                Add(w, examples[i], (updated - alpha[i]) * y);
                alpha[i] = updated;
            }

            count = kept;
        }

        return w;
    }

    /// <summary>The vector times the weights; the last weight is the bias, a feature that every example has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Dot(float[] w, FeatureVector vector)
    {
        var sum = w[^1];
        for (var k = 0; k < vector.Indices.Length; k++)
        {
            sum += w[vector.Indices[k]] * vector.Values[k];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(float[] w, FeatureVector vector, float step)
    {
        if (step == 0)
        {
            return;
        }

        w[^1] += step;
        for (var k = 0; k < vector.Indices.Length; k++)
        {
            w[vector.Indices[k]] += step * vector.Values[k];
        }
    }

    private static int[] Shuffled(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        // A fixed seed: the order is arbitrary, but it is the same at each start.
        var state = 0x9E3779B97F4A7C15UL;
        for (var i = count - 1; i > 0; i--)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var j = (int)(state % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
