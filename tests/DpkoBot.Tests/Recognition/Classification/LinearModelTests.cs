using System.Collections.Frozen;
using System.Collections.Immutable;
using CsCheck;
using DpkoBot.Core.Recognition.Classification;

namespace DpkoBot.Tests.Recognition.Classification;

public class LinearModelTests
{
    private const int Food = 0;
    private const int Weather = 1;
    private const int Music = 2;

    private static readonly (string Text, int Class)[] Examples =
    [
        ("bake a loaf of bread", Food), ("which cheese goes with bread", Food), ("cook soup for dinner", Food), ("is the soup salted", Food),
        ("will it rain tomorrow", Weather), ("is there snow or rain", Weather), ("how cold is it tomorrow", Weather), ("storm and snow tonight", Weather),
        ("play a song on the piano", Music), ("who sang that song", Music), ("tune the guitar and the piano", Music), ("which band sang tonight", Music),
    ];

    [Fact]
    public void A_set_that_can_be_separated_is_separated()
    {
        var (features, model) = Trained();

        Assert.All(Examples, example =>
        {
            var margins = model.Margins(features.Extract(example.Text.Split(' ')));
            Assert.Equal(3, margins.Length);
            Assert.True(margins[example.Class] > 0.5, $"{example.Text}: {string.Join(' ', margins)}");
            Assert.Equal(2, margins.Count(margin => margin < 0));
        });
    }

    [Theory]
    [InlineData("bread and cheese", Food)]
    [InlineData("rain and snow", Weather)]
    [InlineData("a song for guitar", Music)]
    public void What_it_has_not_seen_goes_where_its_words_go(string text, int expected)
    {
        var (features, model) = Trained();
        var margins = model.Margins(features.Extract(text.Split(' ')));

        Assert.Equal(expected, margins.IndexOf(margins.Max()));
    }

    [Fact]
    public void Two_trainings_give_the_same_margins_to_the_bit()
    {
        var (features, one) = Trained();
        var (_, other) = Trained();

        Gen.OneOf([.. Examples.SelectMany(example => example.Text.Split(' ')), "qwertz"]).Array[0, 10].Sample(words =>
        {
            var vector = features.Extract(words);
            Assert.Equal(one.Margins(vector), other.Margins(vector));
        });
    }

    [Theory]
    [InlineData("bake a loaf of bread", Food)]
    [InlineData("will it rain tomorrow", Weather)]
    [InlineData("who sang that song", Music)]
    public void Each_unseen_word_makes_the_margin_smaller(string text, int expected)
    {
        var (features, model) = Trained();
        string[] unseen = ["", " quux", " quux flibber", " quux flibber zwymp"];

        var margins = unseen.Select(words => model.Margins(features.Extract((text + words).Split(' ')))[expected]).ToList();

        Assert.Equal(margins.Distinct().OrderDescending(), margins);
    }

    [Fact]
    public void Where_nothing_is_known_the_biases_are_left_and_no_class_is_sure()
    {
        var (features, model) = Trained();

        Assert.All(model.Margins(features.Extract(["qqq"])), margin => Assert.True(margin < 0));
    }

    [Fact]
    public void A_class_with_a_single_example_among_many_is_learned()
    {
        var vectors = Enumerable.Range(0, 40).Select(i => new FeatureVector([i == 0 ? 0 : 1], [1f])).ToList();
        var model = LinearModel.Train(vectors, [.. Enumerable.Range(0, 40).Select(i => i == 0 ? 0 : 1)], features: 2, classes: 2);

        var margins = model.Margins(vectors[0]);

        Assert.True(margins[0] > 0 && margins[1] < 0, string.Join(' ', margins));
    }

    private static (FeatureExtractor Features, LinearModel Model) Trained()
    {
        var features = new FeatureExtractor(FrozenDictionary<string, string>.Empty, FrozenSet<string>.Empty);
        var vectors = features.Fit([.. Examples.Select(example => example.Text.Split(' ').ToImmutableArray())]);
        return (features, LinearModel.Train(vectors, [.. Examples.Select(example => example.Class)], features.Count, classes: 3));
    }
}
