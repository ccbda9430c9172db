using System.Collections.Immutable;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition;

/// <summary>Tells others how an utterance was recognized.</summary>
internal static class Recognitions
{
    public static RecognizerResult Describe(AnnotatedUtterance utterance, ImmutableArray<ScoredIntent> ranked) => new()
    {
        Intent = ranked[0].Id,
        Score = ranked[0].Score,
        RunnerUp = ranked[1].Id,
        Margin = ranked[0].Score - ranked[1].Score,
        Words = utterance.Words,
        Entities = [.. utterance.Mentions.Select(m => ToEntity(m, utterance.Tokens))],
    };

    private static RecognizedEntity ToEntity(Mention mention, ImmutableArray<Token> tokens)
    {
        var (first, last) = (tokens[mention.First], tokens[mention.End - 1]);
        return new RecognizedEntity(
            mention.Meanings[0].Type,
            mention.Meanings[0].Id,
            string.Join(' ', tokens.Skip(mention.First).Take(mention.Count).Select(t => t.Text)),
            first.Start,
            last.Start + last.Length - first.Start,
            mention.Score);
    }
}
