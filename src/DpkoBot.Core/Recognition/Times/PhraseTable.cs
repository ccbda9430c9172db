using System.Collections.Frozen;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>Phrases of one or more tokens with what they stand for; finds the longest one at a place.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, (string[] Words, T Value)[]> byFirst;

    /// <param name="phrases">Phrases as tokens joined by spaces.</param>
    public PhraseTable(IEnumerable<KeyValuePair<string, T>> phrases) => byFirst = phrases
        .Select(p => (Words: p.Key.Split(' '), p.Value))
        .GroupBy(p => p.Words[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray());

    /// <summary>The longest phrase that starts at a token: how many tokens it has, or 0 if there is none.</summary>
    public int Match(in WrittenTokens tokens, int first, out T value)
    {
        value = default!;
        if (first >= tokens.Count || !byFirst.TryGetValue(tokens[first], out var candidates))
        {
            return 0;
        }

        foreach (var (words, meaning) in candidates)
        {
            if (Stands(words, tokens, first))
            {
                value = meaning;
                return words.Length;
            }
        }

        return 0;
    }

    private static bool Stands(string[] words, in WrittenTokens tokens, int first)
    {
        if (first + words.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[first + i] != words[i] || !tokens.IsWithinSentence(first + i - 1))
            {
                return false;
            }
        }

        return true;
    }
}
