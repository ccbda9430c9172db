using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition;

/// <summary>
/// Which words each intent's sentences know. A question whose words an intent does not know is hardly a question for it,
/// however much the rest sounds like one.
/// </summary>
internal sealed class Coverage
{
    private const double OrdinaryWeight = 0.35;
    private readonly ImmutableArray<FrozenSet<string>> words;
    private readonly FrozenDictionary<string, string> groups;
    private readonly FrozenSet<string> ordinary;

    public Coverage(List<ImmutableArray<string>> sentences, List<int> labels, FrozenDictionary<string, string> groups, FrozenSet<string> ordinary)
    {
        this.groups = groups;
        this.ordinary = ordinary;
        var known = new HashSet<string>[labels.Max() + 1];
        foreach (var (sentence, label) in sentences.Zip(labels))
        {
            (known[label] ??= []).UnionWith(sentence.Select(GroupOf));
        }

        words = [.. known.Select(k => k.ToFrozenSet())];
    }

    /// <summary>The share of the words' weight that an intent's sentences know; ordinary words weigh little.</summary>
    /// <returns>The share, from 0 to 1, and how many words are not known.</returns>
    public (double Share, int Unknown) Of(IReadOnlyList<string> utterance, int intent, Func<string, bool> isEmpty)
    {
        var (explained, total, unknown) = (0.3, 0.3, 0);
        foreach (var word in utterance)
        {
            if (isEmpty(word) || word[0] == MaskedTokens.Mark)
            {
                continue;
            }

            var group = GroupOf(word);
            var weight = ReferenceEquals(group, word) && ordinary.Contains(word) ? OrdinaryWeight : 1;
            total += weight;
            if (words[intent].Contains(group))
            {
                explained += weight;
            }
            else
            {
                unknown++;
            }
        }

        return (explained / total, unknown);
    }

    /// <summary>Whether an intent's sentences know a word, or one that means the same.</summary>
    public bool Knows(int intent, string word) => words[intent].Contains(GroupOf(word));

    private string GroupOf(string word) => groups.GetValueOrDefault(word, word);
}
