using System.Collections.Frozen;

namespace DpkoBot.Core.Text;

/// <summary>Words and phrases with what each stands for; the longest one wins that starts at a token.</summary>
/// <typeparam name="T">What they stand for.</typeparam>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, (string[] Words, T Value)[]> byFirst;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        byFirst = phrases
            .Select(p => (Words: Utterance.Parse(p.Phrase).Tokens.Select(t => t.Text).ToArray(), p.Value))
            .Where(p => p.Words.Length > 0)
            .DistinctBy(p => string.Join(' ', p.Words))
            .GroupBy(p => p.Words[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray());
    }

    /// <summary>The phrase that starts at a token, with how many tokens it takes; null where none does.</summary>
    public (T Value, int Length)? At(IReadOnlyList<Token> tokens, int first)
    {
        if (!byFirst.TryGetValue(tokens[first].Text, out var candidates))
        {
            return null;
        }

        foreach (var (words, value) in candidates)
        {
            var length = 1;
            while (length < words.Length && first + length < tokens.Count && tokens[first + length].Text == words[length])
            {
                length++;
            }

            if (length == words.Length)
            {
                return (value, length);
            }
        }

        return null;
    }
}
