namespace DpkoBot.Core.Recognition;

/// <summary>How many slips of the keyboard lie between two words.</summary>
internal static class EditDistance
{
    /// <summary>
    /// The optimal string alignment distance: insertions, deletions, substitutions, and exchanges of two neighbours, which
    /// count as one (as they do for a typist).
    /// </summary>
    /// <returns>The distance, or <paramref name="limit"/> + 1 where it is over the limit.</returns>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 63 || b.Length > 63)
        {
            return a.SequenceEqual(b) ? 0 : limit + 1;
        }

        Span<int> beforeLast = stackalloc int[64];
        Span<int> last = stackalloc int[64];
        Span<int> current = stackalloc int[64];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, beforeLast[j - 2] + 1);
                }

                current[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return Math.Min(last[b.Length], limit + 1);
    }

    /// <summary>Whether one word is the other with two neighbouring letters exchanged.</summary>
    public static bool IsTransposition(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        var start = a.CommonPrefixLength(b);
        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..].SequenceEqual(b[(start + 2)..]);
    }
}
