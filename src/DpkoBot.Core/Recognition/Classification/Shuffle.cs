namespace DpkoBot.Core.Recognition.Classification;

/// <summary>Chance that is the same at each start.</summary>
internal sealed class Shuffle
{
    private ulong state = 0x9E3779B97F4A7C15UL;

    /// <summary>The numbers from 0 in an arbitrary order, always the same one.</summary>
    public static int[] Order(int count) => new Shuffle().NextOrder(count);

    /// <summary>The numbers from 0 in another order each time.</summary>
    public int[] NextOrder(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>A number from 0, less than the bound.</summary>
    public int Next(int bound) => (int)(NextBits() % (ulong)bound);

    /// <summary>64 bits, each of them as often 0 as 1.</summary>
    public ulong NextBits()
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
}
