using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>
/// Sentences that sound like what is known and ask for nothing: the beginning, middle and end of three different ones. From
/// them the separators learn that a part of the evidence is not enough.
/// </summary>
internal static class NearMisses
{
    public static List<ImmutableArray<string>> Of(IReadOnlyList<LabeledSentence> sentences)
    {
        var misses = new List<ImmutableArray<string>>();
        var chance = new Shuffle();
        foreach (var sentence in sentences)
        {
            var (middle, end) = (sentences[chance.Next(sentences.Count)], sentences[chance.Next(sentences.Count)]);
            if (chance.Next(2) == 0 && middle.Intent != sentence.Intent)
            {
                misses.Add(Mix(sentence.Words, middle.Words, end.Words));
            }
        }

        return misses;
    }

    private static ImmutableArray<string> Mix(ImmutableArray<string> first, ImmutableArray<string> second, ImmutableArray<string> third) =>
        [.. first.Take((first.Length / 3) + 1), .. second.Skip(second.Length / 3).Take((second.Length / 3) + 1), .. third.Skip(third.Length * 2 / 3)];
}
