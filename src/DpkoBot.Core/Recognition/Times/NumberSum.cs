namespace DpkoBot.Core.Recognition.Times;

/// <summary>
/// A number as it is being said: its parts, each smaller than what the part before it leaves room for. "Two thousand three
/// hundred" has the parts 2000 and 300. A multiplier takes together all parts that are smaller than it.
/// </summary>
internal ref struct NumberSum(Span<decimal> room)
{
    /// <summary>How much room the parts need: two numbers for each, its value and what is less than it leaves room for.</summary>
    public const int Size = 16;

    private readonly Span<decimal> room = room;
    private int count;

    public readonly decimal Total
    {
        get
        {
            var total = 0m;
            for (var i = 0; i < count; i++)
            {
                total += Value(i);
            }

            return total;
        }
    }

    /// <summary>Whether a value fits, and a multiplier (0 for none) that stands right behind it.</summary>
    public readonly bool CanTake(decimal value, decimal multiplier)
    {
        if (count > 0 && value >= Scale(count - 1))
        {
            return false;
        }

        var (kept, sum) = Below(multiplier);
        return multiplier == 0 || kept == 0 || (sum + value) * multiplier < Scale(kept - 1);
    }

    /// <summary>Adds a value: "twenty", and then "one".</summary>
    public bool TryAdd(decimal value)
    {
        if ((count > 0 && (value >= Scale(count - 1) || value == 0)) || (count + 1) * 2 > room.Length)
        {
            return false;
        }

        // A one-digit number can follow full tens, and nothing can follow the other small ones.
        Push(value, value is >= 20 and < 100 && value % 10 == 0 ? 10 : 0);
        return true;
    }

    /// <summary>Multiplies what is smaller than the multiplier; one, if nothing is.</summary>
    public bool TryMultiply(decimal multiplier)
    {
        var (kept, sum) = Below(multiplier);
        var product = (sum == 0 ? 1 : sum) * multiplier;
        if ((count > kept && sum == 0) || (kept > 0 && product >= Scale(kept - 1)) || (kept + 1) * 2 > room.Length)
        {
            return false;
        }

        count = kept;
        Push(product, multiplier);
        return true;
    }

    /// <summary>How many parts a multiplier leaves alone, and the sum of the others.</summary>
    private readonly (int Kept, decimal Sum) Below(decimal multiplier)
    {
        var (kept, sum) = (count, 0m);
        while (kept > 0 && Value(kept - 1) < multiplier)
        {
            sum += Value(--kept);
        }

        return (kept, sum);
    }

    private readonly decimal Value(int part) => room[part * 2];

    private readonly decimal Scale(int part) => room[(part * 2) + 1];

    private void Push(decimal value, decimal scale)
    {
        room[count * 2] = value;
        room[(count * 2) + 1] = scale;
        count++;
    }
}
