using DpkoBot.Core.Recognition.Classification;

namespace DpkoBot.Tests.Recognition.Classification;

public class NearMissesTests
{
    private static readonly LabeledSentence[] Sentences =
        [.. Enumerable.Range(0, 200).Select(i => new LabeledSentence($"{i % 5}", [$"a{i}", $"b{i}", $"c{i}", $"d{i}", $"e{i}", $"f{i}"]))];

    [Fact]
    public void Each_is_made_of_known_words_of_several_sentences()
    {
        var misses = NearMisses.Of(Sentences);

        Assert.InRange(misses.Count, 50, 110);
        Assert.All(misses, miss => Assert.InRange(miss.Select(word => word[1..]).Distinct().Count(), 2, 3));
        Assert.Subset(Sentences.SelectMany(sentence => sentence.Words).ToHashSet(), misses.SelectMany(miss => miss).ToHashSet());
    }

    [Fact]
    public void They_are_the_same_every_time() =>
        Assert.Equal(NearMisses.Of(Sentences).Select(words => string.Join(' ', words)), NearMisses.Of(Sentences).Select(words => string.Join(' ', words)));

    [Fact]
    public void Where_there_is_one_intent_nothing_is_a_near_miss() =>
        Assert.Empty(NearMisses.Of([.. Sentences.Select(sentence => sentence with { Intent = "one" })]));
}
