using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Cuts a message into sentences, and sentences into what is joined by "and" or a comma.</summary>
internal sealed class UtteranceSplitter(LanguageRules rules)
{
    /// <summary>More sentences than these are not looked at one by one.</summary>
    private const int MaxSentences = 12;

    private const string SentenceEnds = ".?!;…\n。？！；؟؛";
    private const string ClauseEnds = ",:、，،–—()";

    /// <summary>The sentences of an utterance, each as its tokens.</summary>
    public static List<ImmutableArray<Token>> Sentences(Utterance utterance)
    {
        var sentences = Split(utterance.Text, utterance.Tokens, SentenceEnds, IsAbbreviation);
        return sentences.Count <= MaxSentences ? sentences : [utterance.Tokens];
    }

    /// <summary>A sentence's clauses, as cut by commas.</summary>
    public static List<ImmutableArray<Token>> Clauses(Utterance utterance, ImmutableArray<Token> sentence) =>
        Split(utterance.Text, sentence, ClauseEnds, static (_, _) => false);

    /// <summary>The two halves of a sentence for each "and" in it.</summary>
    public IEnumerable<(ImmutableArray<Token> Left, ImmutableArray<Token> Right)> Halves(ImmutableArray<Token> sentence)
    {
        for (var i = 1; i < sentence.Length - 1; i++)
        {
            if (rules.Conjunctions.Contains(sentence[i].Text))
            {
                yield return (sentence[..i], sentence[(i + 1)..]);
            }
        }
    }

    private static List<ImmutableArray<Token>> Split(string text, ImmutableArray<Token> tokens, string ends, Func<string, Token, bool> isNoEnd)
    {
        var pieces = new List<ImmutableArray<Token>>();
        var first = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var afterToken = tokens[i].Start + tokens[i].Length;
            var next = i + 1 < tokens.Length ? tokens[i + 1].Start : text.Length;
            if (i + 1 == tokens.Length || (text.AsSpan(afterToken, next - afterToken).IndexOfAny(ends) >= 0 && !isNoEnd(text, tokens[i])))
            {
                pieces.Add(tokens[first..(i + 1)]);
                first = i + 1;
            }
        }

        return pieces;
    }

    /// <summary>"Mr." and "Lt." end no sentence (a short word with a capital and a full stop right behind it), nor does "D.P.K.O.".</summary>
    private static bool IsAbbreviation(string text, Token token) =>
        token.Start + token.Length < text.Length && text[token.Start + token.Length] == '.'
        && (text.AsSpan(token.Start, token.Length).Contains('.') || (token.Length <= 3 && char.IsUpper(text[token.Start]) && !token.IsAcronym));
}
