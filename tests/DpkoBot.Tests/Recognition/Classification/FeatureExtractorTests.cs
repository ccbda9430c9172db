using System.Collections.Frozen;
using System.Collections.Immutable;
using CsCheck;
using DpkoBot.Core.Recognition.Classification;

namespace DpkoBot.Tests.Recognition.Classification;

public class FeatureExtractorTests
{
    private static readonly ImmutableArray<string>[] Examples =
    [
        ["when", "was", "§office", "created"],
        ["who", "leads", "§office"],
        ["who", "leads", "§department"],
        ["what", "is", "§department"],
    ];

    private static readonly Gen<string[]> Words = Gen.OneOf("when", "who", "created", "founded", "§office", "§unknown", "qwertz", "is", "leads", "a").Array[0, 12];

    [Fact]
    public void An_examples_vector_is_what_is_extracted_from_its_words()
    {
        var (features, vectors) = Fitted();

        Assert.All(Examples.Zip(vectors), pair => Same(pair.Second, features.Extract(pair.First.AsSpan())));
    }

    [Fact]
    public void Extractors_fitted_alike_extract_alike()
    {
        var (one, other) = (Fitted().Features, Fitted().Features);

        Assert.Equal(one.Count, other.Count);
        Words.Sample(words => Same(one.Extract(words), other.Extract(words)));
    }

    [Fact]
    public void Known_words_make_a_vector_of_length_one() =>
        Assert.All(Fitted().Vectors, vector => Assert.Equal(1, Length(vector), 5));

    [Fact]
    public void Any_vector_is_sorted_and_no_longer_than_one()
    {
        var features = Fitted().Features;
        Words.Sample(words =>
        {
            var vector = features.Extract(words);
            Assert.Equal(vector.Indices.Order().Distinct(), vector.Indices);
            Assert.Equal(vector.Indices.Length, vector.Values.Length);
            Assert.All(vector.Indices, index => Assert.InRange(index, 0, features.Count - 1));
            Assert.InRange(Length(vector), 0, 1.00001);
        });
    }

    [Fact]
    public void An_unseen_word_shortens_the_vector_and_an_ordinary_one_less_so()
    {
        var features = Fitted().Features;
        var known = Length(features.Extract(["who", "leads", "§office"]));
        var ordinary = Length(features.Extract(["who", "leads", "§office", "maybe"]));
        var strange = Length(features.Extract(["who", "leads", "§office", "qwyxz"]));

        Assert.True(known > ordinary && ordinary > strange, $"{known} {ordinary} {strange}");
    }

    [Fact]
    public void A_rare_word_weighs_more_than_a_frequent_one()
    {
        var features = new FeatureExtractor(FrozenDictionary<string, string>.Empty, FrozenSet<string>.Empty);
        features.Fit([["frequent", "and"], ["frequent", "or"], ["frequent", "not"], ["uncommon", "yet"]]);
        var both = features.Extract(["uncommon", "frequent"]);

        Assert.True(Likeness(both, features.Extract(["uncommon"])) > Likeness(both, features.Extract(["frequent"])));
    }

    [Fact]
    public void A_synonym_is_nearer_than_any_other_word()
    {
        var features = Fitted().Features;
        var question = features.Extract(["when", "was", "§office", "created"]);

        Assert.True(Likeness(question, features.Extract(["when", "was", "§office", "founded"])) > Likeness(question, features.Extract(["when", "was", "§office", "painted"])));
    }

    [Fact]
    public void Nothing_known_has_no_features()
    {
        var vector = Fitted().Features.Extract(["qwyxz"]);

        Assert.Empty(vector.Indices);
        Assert.Empty(vector.Values);
    }

    private static (FeatureExtractor Features, List<FeatureVector> Vectors) Fitted()
    {
        var synonyms = new Dictionary<string, string> { ["created"] = "~create", ["founded"] = "~create" }.ToFrozenDictionary();
        var features = new FeatureExtractor(synonyms, ["maybe"]);
        return (features, features.Fit(Examples));
    }

    private static void Same(FeatureVector expected, FeatureVector actual)
    {
        Assert.Equal(expected.Indices, actual.Indices);
        Assert.Equal(expected.Values, actual.Values);
    }

    private static double Length(FeatureVector vector) => Math.Sqrt(vector.Values.Sum(value => (double)value * value));

    private static double Likeness(FeatureVector a, FeatureVector b) =>
        a.Indices.Zip(a.Values).Sum(x => x.Second * b.Indices.Zip(b.Values).Where(y => y.First == x.First).Sum(y => y.Second));
}
