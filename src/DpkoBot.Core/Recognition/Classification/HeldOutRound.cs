using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>
/// A training on a part of the sentences, and questions from the rest. Some intents are left out as a whole, so that it is seen
/// how questions are taken that ask for something unknown.
/// </summary>
/// <param name="Sentences">What to learn from.</param>
/// <param name="Outside">What belongs to no intent, to learn from.</param>
/// <param name="Questions">What to ask then; an intent that is null or not among the sentences' is unknown.</param>
internal sealed record HeldOutRound(IReadOnlyList<LabeledSentence> Sentences, IReadOnlyList<ImmutableArray<string>> Outside, IReadOnlyList<(string? Intent, ImmutableArray<string> Words)> Questions)
{
    /// <summary>The sentences and intents are dealt to this many parts,</summary>
    private const int Parts = 10;

    /// <summary>of which this many are held out, one after the other;</summary>
    private const int Rounds = 3;

    /// <summary>where there are few sentences, each part is.</summary>
    private const int Few = 2_000;

    /// <summary>With fewer intents none is left out: too little would be left.</summary>
    private const int MinIntents = 4;

    /// <summary>More sentences than these do not tell more.</summary>
    private const int MaxSentences = 20_000;

    public static IEnumerable<HeldOutRound> Of(IReadOnlyList<LabeledSentence> sentences, IReadOnlyList<ImmutableArray<string>> outside)
    {
        var order = Shuffle.Order(sentences.Count).Take(MaxSentences).ToArray();
        var intents = sentences.Select(s => s.Intent).Distinct().Order(StringComparer.Ordinal).ToArray();
        var parts = Shuffle.Order(intents.Length).Zip(intents).ToDictionary(i => i.Second, i => intents.Length < MinIntents ? -1 : i.First % Parts);
        for (var round = 0; round < (sentences.Count < Few ? Parts : Rounds) && sentences.Count >= Parts; round++)
        {
            var held = order.Where((_, i) => i % Parts == round).Select(i => sentences[i]);
            var kept = order.Where((_, i) => i % Parts != round).Select(i => sentences[i]).ToLookup(s => parts[s.Intent] == round);
            var outsideParts = outside.Select((words, i) => (words, IsHeld: i % Parts == round)).ToLookup(o => o.IsHeld, o => o.words);
            if (kept[false].Any())
            {
                yield return new HeldOutRound(
                    [.. kept[false]],
                    [.. outsideParts[false]],
                    [.. held.Concat(kept[true].Where((_, i) => i % Parts == 0)).Select(s => ((string?)s.Intent, s.Words)), .. outsideParts[true].Select(o => ((string?)null, o))]);
            }
        }
    }

    public IEnumerable<HeldOutAnswer> Answers(IntentClassifier classifier)
    {
        foreach (var (intent, words) in Questions)
        {
            var ranked = classifier.Classify(words.AsSpan(), 2).Intents;
            var lead = ranked.Length > 1 ? ranked[0].Margin - ranked[1].Margin : 0;
            yield return new HeldOutAnswer(ranked[0].Margin, lead, ranked[0].Intent == intent, intent is not null && classifier.Intents.Contains(intent));
        }
    }
}
