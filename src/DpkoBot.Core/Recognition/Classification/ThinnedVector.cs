namespace DpkoBot.Core.Recognition.Classification;

/// <summary>Room for about half of a vector's features, picked by chance; they count twice, so that the whole is as long as before.</summary>
internal sealed class ThinnedVector
{
    private const int Bits = 64;

    private int[] indices = [];
    private float[] values = [];
    private int count;

    public ReadOnlySpan<int> Indices => indices.AsSpan(0, count);

    public ReadOnlySpan<float> Values => values.AsSpan(0, count);

    public void Thin(FeatureVector vector, Shuffle chance)
    {
        if (indices.Length < vector.Indices.Length)
        {
            (indices, values) = (new int[vector.Indices.Length], new float[vector.Indices.Length]);
        }

        count = 0;
        var coins = 0UL;
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            coins = i % Bits == 0 ? chance.NextBits() : coins >> 1;
            indices[count] = vector.Indices[i];
            values[count] = 2 * vector.Values[i];
            count += (int)(coins & 1);
        }
    }
}
