using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>
/// A linear separator for each class, ready for use. Weights are kept as the upper halves of floats: a row fills half as much
/// of the cache, and their last digits tell nothing.
/// </summary>
internal sealed class LinearModel
{
    private readonly ushort[] weights;
    private readonly float[] biases;
    private readonly int stride;

    public LinearModel(WeightMatrix trained, int features)
    {
        Classes = trained.Classes;
        biases = trained.Biases[..Classes];
        stride = (Classes + Vector<ushort>.Count - 1) / Vector<ushort>.Count * Vector<ushort>.Count;
        weights = new ushort[(long)features * stride];
        for (var f = 0; f < features; f++)
        {
            var row = trained.Row(f);
            for (var k = 0; k < Classes; k++)
            {
                // Rounded, not cut off: what is cut off always lies on the same side.
                weights[(f * stride) + k] = (ushort)((BitConverter.SingleToUInt32Bits(row[k]) + 0x8000) >> 16);
            }
        }
    }

    public int Classes { get; }

    /// <summary>How much room <see cref="Margins(ReadOnlySpan{int}, ReadOnlySpan{float}, Span{float})"/> needs.</summary>
    public int Room => stride;

    /// <summary>Trains a model of separators: see <see cref="MarginTraining"/>.</summary>
    public static LinearModel Train(IReadOnlyList<FeatureVector> examples, IReadOnlyList<int> labels, int features, int classes) =>
        new(MarginTraining.Train(examples, labels, features, classes), features);

    /// <summary>How far on each class's side the vector lies.</summary>
    public float[] Margins(FeatureVector vector)
    {
        var margins = new float[stride];
        Margins(vector.Indices, vector.Values, margins);
        return margins[..Classes];
    }

    /// <summary>How far on each class's side a vector lies; what is in <paramref name="margins"/> after the classes means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Margins(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, Span<float> margins)
    {
        margins[..stride].Clear();
        biases.CopyTo(margins);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(margins[..stride]);
        for (var i = 0; i < indices.Length; i++)
        {
            var row = MemoryMarshal.Cast<ushort, Vector<ushort>>(weights.AsSpan(indices[i] * stride, stride));
            var value = new Vector<float>(values[i]);
            for (var k = 0; k < row.Length; k++)
            {
                Vector.Widen(row[k], out var low, out var high);
                sums[2 * k] += Vector.AsVectorSingle(low << 16) * value;
                sums[(2 * k) + 1] += Vector.AsVectorSingle(high << 16) * value;
            }
        }
    }
}
