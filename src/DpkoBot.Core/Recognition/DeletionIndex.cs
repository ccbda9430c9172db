namespace DpkoBot.Core.Recognition;

/// <summary>
/// Finds the words that are one slip away: two words that are one insertion, deletion, substitution or exchange of
/// neighbours apart become the same when one letter is left out of each, or of one (as in SymSpell).
/// </summary>
internal sealed class DeletionIndex
{
    private readonly Dictionary<string, List<string>> words = [];

    public DeletionIndex(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            foreach (var key in Keys(word))
            {
                if (!this.words.TryGetValue(key, out var sharing))
                {
                    this.words[key] = sharing = [];
                }

                sharing.Add(word);
            }
        }
    }

    /// <summary>Candidates: all words at distance one, and a few farther ones.</summary>
    public IEnumerable<string> Near(string word) =>
        Keys(word).SelectMany(k => words.TryGetValue(k, out var found) ? found : []).Distinct();

    private static IEnumerable<string> Keys(string word)
    {
        yield return word;
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }
    }
}
