using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>The weight of each feature for each class, while they are being learned: a row for a feature, so that all classes are reckoned at once.</summary>
internal sealed class WeightMatrix
{
    private readonly float[] weights;

    public WeightMatrix(int features, int classes)
    {
        Classes = classes;
        Stride = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        weights = new float[(long)features * Stride];
        Biases = new float[Stride];
    }

    public int Classes { get; }

    /// <summary>The length of a row: the classes, filled up to whole machine vectors.</summary>
    public int Stride { get; }

    public float[] Biases { get; }

    public Span<float> Row(int feature) => weights.AsSpan(feature * Stride, Stride);

    /// <summary>How far on each class's side a vector lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Margins(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, Span<float> margins)
    {
        Biases.CopyTo(margins);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(margins);
        for (var i = 0; i < indices.Length; i++)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(Row(indices[i]));
            var value = new Vector<float>(values[i]);
            for (var k = 0; k < row.Length; k++)
            {
                sums[k] += row[k] * value;
            }
        }
    }

    /// <summary>Moves all classes towards the vector, or away from it, by a step for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, ReadOnlySpan<float> steps)
    {
        var moves = MemoryMarshal.Cast<float, Vector<float>>(steps);
        for (var i = 0; i < indices.Length; i++)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(Row(indices[i]));
            var value = new Vector<float>(values[i]);
            for (var k = 0; k < row.Length; k++)
            {
                row[k] += moves[k] * value;
            }
        }

        var biases = MemoryMarshal.Cast<float, Vector<float>>(Biases.AsSpan());
        for (var k = 0; k < biases.Length; k++)
        {
            biases[k] += moves[k];
        }
    }

    /// <summary>Takes back a share of what each class owes to how many examples it has.</summary>
    public void LowerPriors(IReadOnlyList<int> labels, float share)
    {
        foreach (var members in labels.Where(l => l >= 0).GroupBy(l => l))
        {
            Biases[members.Key] -= share * MathF.Log(members.Count() * (float)Classes / labels.Count);
        }
    }

    /// <summary>Adds other weights for the same features and classes, times a factor.</summary>
    public void Add(WeightMatrix other, float factor)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] += other.weights[i] * factor;
        }

        for (var k = 0; k < Biases.Length; k++)
        {
            Biases[k] += other.Biases[k] * factor;
        }
    }
}
