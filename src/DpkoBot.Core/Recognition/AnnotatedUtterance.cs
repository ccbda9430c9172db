using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition;

/// <summary>An utterance with its spelling put right and its names found.</summary>
/// <param name="Tokens">The tokens, corrected.</param>
/// <param name="Mentions">The names among them.</param>
/// <param name="Words">The tokens with each mention masked by its type: what the classifier sees.</param>
/// <param name="Present">The places of tokens that say "now".</param>
/// <param name="Strange">Words that occur nowhere in the knowledge and are no ordinary words, as they were written.</param>
internal sealed record AnnotatedUtterance(
    ImmutableArray<Token> Tokens, ImmutableArray<Mention> Mentions, ImmutableArray<string> Words, FrozenSet<int> Present, ImmutableArray<Token> Strange)
{
    /// <summary>The tokens that belong to no mention.</summary>
    public IEnumerable<Token> FreeTokens => Tokens.Where((_, i) => !Mentions.Any(m => m.First <= i && i < m.End));
}

/// <summary>How mentions are masked among words.</summary>
internal static class MaskedTokens
{
    public const char Mark = '§';

    /// <summary>The group of all masks: what the sentences of all types have in common.</summary>
    public const string AnySubject = "§any";

    public static string For(string type) => Mark + type;
}
