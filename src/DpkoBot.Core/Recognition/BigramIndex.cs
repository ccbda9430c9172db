using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition;

/// <summary>Finds the words that share most pairs of letters with a given one, without comparing it with each of them.</summary>
internal sealed class BigramIndex
{
    private readonly ImmutableArray<string> words;
    private readonly FrozenDictionary<int, int[]> postings;

    public BigramIndex(IEnumerable<string> words)
    {
        this.words = [.. words.Distinct()];
        var lists = new Dictionary<int, List<int>>();
        for (var i = 0; i < this.words.Length; i++)
        {
            foreach (var bigram in Bigrams(this.words[i]).Distinct())
            {
                (lists.TryGetValue(bigram, out var list) ? list : lists[bigram] = []).Add(i);
            }
        }

        postings = lists.ToFrozenDictionary(l => l.Key, l => l.Value.ToArray());
    }

    /// <summary>The most similar words, best first; always the same ones for the same word.</summary>
    public List<string> Nearest(string word, int limit)
    {
        var counts = ArrayPool<ushort>.Shared.Rent(words.Length);
        Array.Clear(counts, 0, words.Length);
        var touched = new List<int>();
        foreach (var bigram in Bigrams(word))
        {
            if (!postings.TryGetValue(bigram, out var list))
            {
                continue;
            }

            foreach (var index in list)
            {
                if (counts[index]++ == 0)
                {
                    touched.Add(index);
                }
            }
        }

        // The share of common letter pairs (Dice): a long word does not win by its length.
        var best = touched
            .Select(i => (Index: i, Score: 2.0 * counts[i] / (word.Length + words[i].Length + 2)))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Index)
            .Take(limit)
            .Select(c => words[c.Index])
            .ToList();
        ArrayPool<ushort>.Shared.Return(counts);
        return best;
    }

    private static IEnumerable<int> Bigrams(string word)
    {
        var last = '\0';
        foreach (var c in word)
        {
            yield return (last << 16) | c;
            last = c;
        }

        yield return last << 16;
    }
}
