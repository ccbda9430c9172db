using System.Collections.Immutable;
using CsCheck;
using DpkoBot.Core.Recognition.Classification;
using DpkoBot.Core.Text;

namespace DpkoBot.Tests.Recognition.Classification;

public class IntentClassifierTests
{
    private static readonly string[] Food = ["bread", "cheese", "soup", "dinner", "rice", "butter", "salad", "pizza"];
    private static readonly string[] Weather = ["rain", "snow", "storm", "wind", "fog", "hail", "sun", "frost"];
    private static readonly string[] Music = ["song", "piano", "guitar", "band", "choir", "drum", "melody", "violin"];
    private static readonly string[] Travel = ["train", "flight", "ticket", "hotel", "luggage", "passport", "airport", "bus"];
    private static readonly string[] Frames = ["can i have {0} with {1}", "tell me about {0} and {1}", "is there {0} or {1} today", "what about {0}", "how much {0} is there without {1}"];

    private static readonly ImmutableArray<LabeledSentence> Sentences =
        [.. Of("food", Food), .. Of("weather", Weather), .. Of("music", Music), .. Of("travel", Travel)];

    private static readonly IntentClassifier Trained = IntentClassifier.Train(Sentences);

    private static readonly Gen<string[]> AnyWords = Gen.OneOf(
        Gen.OneOf([.. Food, .. Weather, .. Music, .. Travel, "is", "the", "zwymp", "", "§office", "$", "^", "维", "\uD83D"]).Array[0, 15],
        Gen.String.Array[0, 6],
        Gen.String.Select(text => Utterance.Parse(text).Tokens.Select(token => token.Text).ToArray()));

    [Theory]
    [InlineData("soup and butter please", "food")]
    [InlineData("will there be hail and frost", "weather")]
    [InlineData("a melody for violin", "music")]
    [InlineData("luggage on the flight", "travel")]
    [InlineData("how much chees", "food")]
    public void What_it_has_not_seen_goes_where_its_words_go(string text, string intent)
    {
        var result = Trained.Classify(text.Split(' '));

        Assert.Equal(intent, result.Intents[0].Intent);
        Assert.True(result.Margin > 0);
    }

    [Fact]
    public void Whatever_is_asked_every_intent_is_ranked_once_with_a_probability() => AnyWords.Sample(words =>
    {
        var result = Trained.Classify(words, most: 10);

        Assert.Equal(Trained.Intents, result.Intents.Select(intent => intent.Intent).Order(StringComparer.Ordinal));
        Assert.Equal(result.Intents.OrderByDescending(intent => intent.Margin).Select(intent => intent.Score), result.Intents.Select(intent => intent.Score));
        Assert.Equal(result.Intents.Select(intent => intent.Score).OrderDescending(), result.Intents.Select(intent => intent.Score));
        Assert.All(result.Intents, intent => Assert.InRange(intent.Score, 0, 1));
        Assert.InRange(result.Unknown, 0, 1);
        Assert.InRange(result.Margin, 0, 1);
    });

    [Fact]
    public void The_same_words_are_always_ranked_alike_also_by_another_classifier_trained_on_the_same()
    {
        var other = IntentClassifier.Train(Sentences);

        AnyWords.Sample(words => Assert.Equal(Trained.Classify(words).Intents.AsEnumerable(), other.Classify(words).Intents));
    }

    [Fact]
    public void No_more_intents_are_named_than_asked_for()
    {
        Assert.Single(Trained.Classify(["rain"], most: 1).Intents);
        Assert.Empty(Trained.Classify(["rain"], most: 0).Intents);
        Assert.Equal(4, Trained.Classify(["rain"], most: int.MaxValue).Intents.Length);
    }

    [Fact]
    public void The_stranger_the_words_the_lower_the_score_and_the_more_is_unknown()
    {
        string[] texts = ["is there rain or snow today", "is there rain or snow today on zwymp", "is there rain or quux on zwymp", "quuxes flibber zwympish"];
        var results = texts.Select(text => Trained.Classify(text.Split(' '))).ToList();

        Assert.Equal(results.OrderByDescending(result => result.Intents[0].Score), results);
        Assert.Equal(results.OrderBy(result => result.Unknown), results);
        Assert.True(results[0].Intents[0].Score > 0.8 && results[^1].Intents[0].Score < 0.3, string.Join(' ', results.Select(result => result.Intents[0].Score)));
    }

    [Fact]
    public void Nothing_at_all_is_wholly_unknown_and_no_answer()
    {
        var result = Trained.Classify(["\u0416\u0416"]);

        Assert.Equal(1, result.Unknown, 2);
        Assert.True(result.Intents[0].Score < 0.5);
    }

    [Fact]
    public void What_is_learned_as_outside_scores_lower_than_before()
    {
        ImmutableArray<string>[] outside = [["who", "wrote", "the", "first", "law", "of", "rain"], ["who", "wrote", "about", "the", "law"], ["which", "law", "forbids", "rain"]];
        var aware = IntentClassifier.Train(Sentences, outside);

        Assert.True(aware.Classify(["which", "law", "is", "about", "rain"]).Intents[0].Margin < Trained.Classify(["which", "law", "is", "about", "rain"]).Intents[0].Margin);
    }

    [Fact]
    public void The_fewer_false_answers_are_wanted_the_higher_the_threshold()
    {
        double[] thresholds = [.. new[] { 0.001, 0.01, 0.05, 0.2, 1 }.Select(Trained.Threshold)];

        Assert.Equal(thresholds.OrderDescending(), thresholds);
        Assert.True(thresholds[0] > thresholds[^1]);
    }

    [Fact]
    public void Where_little_was_learned_little_is_claimed()
    {
        Assert.Empty(IntentClassifier.Train([]).Classify(["rain"]).Intents);
        Assert.Equal("only", Assert.Single(IntentClassifier.Train([new LabeledSentence("only", ["rain"])]).Classify(["rain"]).Intents).Intent);
        Assert.True(IntentClassifier.Train([new LabeledSentence("only", ["rain"])]).Threshold(0.01) > 1);
        Assert.Equal(2, IntentClassifier.Train([new LabeledSentence("one", []), new LabeledSentence("other", [""])]).Classify([]).Intents.Length);
    }

    [Fact]
    public void Synonyms_are_as_good_as_the_word()
    {
        var vocabulary = Vocabulary.Empty with { Synonyms = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("rain", "~rain"), KeyValuePair.Create("cloudburst", "~rain")]) };
        var aware = IntentClassifier.Train(Sentences, vocabulary: vocabulary);

        Assert.Equal("weather", aware.Classify(["cloudburst"]).Intents[0].Intent);
        Assert.True(aware.Classify(["cloudburst"]).Intents[0].Score > Trained.Classify(["cloudburst"]).Intents[0].Score);
    }

    [Fact]
    public void Many_may_ask_at_once()
    {
        string[] texts = ["soup and butter please", "will there be hail", "a melody for violin", "luggage on the flight"];
        var alone = texts.Select(text => Trained.Classify(text.Split(' ')).Intents[0]).ToList();

        Assert.All(Enumerable.Range(0, 2_000).AsParallel().Select(i => (i % 4, Trained.Classify(texts[i % 4].Split(' ')).Intents[0])).ToList(), asked => Assert.Equal(alone[asked.Item1], asked.Item2));
    }

    private static IEnumerable<LabeledSentence> Of(string intent, string[] nouns) =>
        nouns.SelectMany((noun, i) => Frames.Select((frame, j) => new LabeledSentence(intent, [.. string.Format(null, frame, noun, nouns[(i + j + 1) % nouns.Length]).Split(' ')])));
}
