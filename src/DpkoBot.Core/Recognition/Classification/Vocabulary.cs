using System.Collections.Frozen;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>What a language's words have in common, which no training sentence tells.</summary>
/// <param name="Synonyms">Each word's group.</param>
/// <param name="Ordinary">Words that may stand in any question.</param>
public sealed record Vocabulary(FrozenDictionary<string, string> Synonyms, FrozenSet<string> Ordinary)
{
    /// <summary>No words.</summary>
    public static Vocabulary Empty { get; } = new(FrozenDictionary<string, string>.Empty, []);
}
