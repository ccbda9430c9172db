using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;

namespace DpkoBot.Authors.Gaps;

/// <summary>The words of a question that say what it is about.</summary>
public sealed class GapWords(LanguagePack pack)
{
    /// <summary>Those words, each once and in a fixed order; two questions that have the same are one question.</summary>
    public ImmutableArray<string> Of(string question)
    {
        var words = Utterance.Parse(question).Tokens.Select(token => token.Text).ToList();
        var telling = words.FindAll(word => !pack.Rules.IsEmptyWord(word));
        return [.. (telling.Count > 0 ? telling : words).Select(Group).Distinct().Order(StringComparer.Ordinal)];
    }

    private string Group(string word) => pack.Synonyms.GetValueOrDefault(word, word);
}
