namespace DpkoBot.Core.Recognition;

/// <summary>
/// One linear separator for each class against all others: support vector machines with squared hinge loss, trained by
/// dual coordinate descent (Hsieh et al., ICML 2008). The same examples always give the same model.
/// </summary>
internal sealed class LinearModel
{
    private const int Epochs = 12;
    private const double Cost = 1;
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

    private static float[] TrainOne(IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int positive, int features, int[] order)
    {
        // The last weight is the bias, a feature that every example has.
        var w = new float[features + 1];
        var alpha = new float[examples.Count];
        var positives = labels.Count(l => l == positive);
        // Intents with few sentences weigh as much as those with many, up to a point.
        var positiveCost = Cost * Math.Clamp(Math.Sqrt((double)examples.Count / (positives + 1)) / 2, 1, 4);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var changed = false;
            foreach (var i in order)
            {
                var y = labels[i] == positive ? 1f : -1f;
                var diagonal = (float)(0.5 / (y > 0 ? positiveCost : Cost));
                var indices = examples[i].Indices.AsSpan();
                var values = examples[i].Values.AsSpan();
                var sum = w[features];
                for (var k = 0; k < indices.Length; k++)
                {
                    sum += w[indices[k]] * values[k];
                }

                var gradient = (y * sum) - 1 + (diagonal * alpha[i]);
                var updated = Math.Max(alpha[i] - (gradient / (2 + diagonal)), 0);
                var step = (updated - alpha[i]) * y;
                if (Math.Abs(step) < 1e-4f)
                {
                    continue;
                }

                changed = true;
                alpha[i] = updated;
                w[features] += step;
                for (var k = 0; k < indices.Length; k++)
                {
                    w[indices[k]] += step * values[k];
                }
            }

            if (!changed)
            {
                break;
            }
        }

        return w;
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
