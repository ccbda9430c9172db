using System.Runtime.CompilerServices;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>Room to take one text's features in, used again for the next text.</summary>
internal sealed class FeatureBuffer
{
    private Feature[] found = new Feature[512];
    private int[] indices = new int[512];
    private float[] values = new float[512];
    private int count;

    /// <summary>The features as they were found, before training's view of them.</summary>
    public ReadOnlySpan<Feature> Found => found.AsSpan(0, FoundCount);

    public ReadOnlySpan<int> Indices => indices.AsSpan(0, count);

    public ReadOnlySpan<float> Values => values.AsSpan(0, count);

    /// <summary>From 0 to 1: the share of the text that training never saw.</summary>
    public float Unknown { get; private set; }

    private int FoundCount { get; set; }

    public void Clear() => (FoundCount, count, Unknown) = (0, 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong key, float weight, FeatureKind kind)
    {
        if (FoundCount == found.Length)
        {
            Array.Resize(ref found, found.Length * 2);
        }

        found[FoundCount++] = new Feature(key, weight, kind);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddKnown(int index, float value)
    {
        if (count == indices.Length)
        {
            Array.Resize(ref indices, count * 2);
            Array.Resize(ref values, count * 2);
        }

        (indices[count], values[count++]) = (index, value);
    }

    /// <summary>Sorts, adds up what occurs more than once, and scales the whole to length one together with what is unknown.</summary>
    /// <param name="unknown">The squared length of what training never saw.</param>
    public void Normalize(float unknown)
    {
        indices.AsSpan(0, count).Sort(values.AsSpan(0, count));
        var merged = 0;
        for (var i = 0; i < count; i++)
        {
            if (merged > 0 && indices[merged - 1] == indices[i])
            {
                values[merged - 1] += values[i];
            }
            else
            {
                (indices[merged], values[merged++]) = (indices[i], values[i]);
            }
        }

        count = merged;
        var squares = unknown;
        foreach (var value in Values)
        {
            squares += value * value;
        }

        Unknown = squares == 0 ? 1 : unknown / squares;
        var length = squares == 0 ? 1 : MathF.Sqrt(squares);
        foreach (ref var value in values.AsSpan(0, count))
        {
            value /= length;
        }
    }
}

internal enum FeatureKind : byte
{
    Other,
    OrdinaryWord,
    Together,
}

/// <summary>A feature under its name's hash.</summary>
internal readonly record struct Feature(ulong Key, float Weight, FeatureKind Kind);
