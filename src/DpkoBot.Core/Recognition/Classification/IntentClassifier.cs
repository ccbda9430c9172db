using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>
/// Tells which of the intents that it learned a text asks for. Knows nothing of any department: words in, intents out.
/// Immutable after training; takes no lock. The same sentences always give the same classifier.
/// </summary>
public sealed class IntentClassifier
{
    private const float SoftmaxWeight = 0.2f;
    private const float LogOddsWeight = 0.1f;
    private const int SoftmaxEpochs = 8;

    [ThreadStatic]
    private static FeatureBuffer? features;

    [ThreadStatic]
    private static float[]? room;

    private readonly FeatureExtractor extractor;
    private readonly LinearModel model;
    private readonly ImmutableArray<string> intents;
    private readonly ScoreCalibration calibration;

    private IntentClassifier(FeatureExtractor extractor, LinearModel model, ImmutableArray<string> intents, ScoreCalibration calibration)
    {
        this.extractor = extractor;
        this.model = model;
        this.intents = intents;
        this.calibration = calibration;
    }

    /// <summary>The intents, in ordinal order.</summary>
    public ImmutableArray<string> Intents => intents;

    /// <summary>How many features it knows.</summary>
    public int Features => extractor.Count;

    /// <summary>Trains a classifier.</summary>
    /// <param name="sentences">Sentences with their intents.</param>
    /// <param name="outside">Sentences that ask for none of the intents; may be empty.</param>
    /// <param name="vocabulary">Synonyms and ordinary words; none if null.</param>
    public static IntentClassifier Train(IReadOnlyList<LabeledSentence> sentences, IReadOnlyList<ImmutableArray<string>>? outside = null, Vocabulary? vocabulary = null)
    {
        outside ??= [];
        vocabulary ??= Vocabulary.Empty;
        var heldOut = HeldOutRound.Of(sentences, outside).AsParallel().AsOrdered()
            .SelectMany(round => round.Answers(Train(round.Sentences, round.Outside, vocabulary, ScoreCalibration.Default)))
            .ToList();
        return Train(sentences, outside, vocabulary, ScoreCalibration.Fit(heldOut));
    }

    /// <summary>Tells what a text asks for. Time and memory are linear in its length.</summary>
    /// <param name="words">Its words, cut as those of the training sentences were.</param>
    /// <param name="most">How many intents to name at most.</param>
    public ClassifierResult Classify(ReadOnlySpan<string> words, int most = 3)
    {
        var buffer = features ??= new FeatureBuffer();
        var margins = Margins(words, buffer);
        var count = Math.Clamp(most, 0, margins.Length);
        var ranked = ImmutableArray.CreateBuilder<RankedIntent>(count);
        var highest = Highest(margins);
        for (var rank = 0; rank < count; rank++)
        {
            var best = rank == 0 ? highest : Highest(margins);
            var margin = margins[best];
            margins[best] = float.NegativeInfinity;
            var rival = rank > 0 ? ranked[0].Margin : margins.Length > 1 ? margins[Highest(margins)] : margin;
            ranked.Add(new RankedIntent(intents[best], calibration.Score(margin, margin - rival), margin));
        }

        return new ClassifierResult(ranked.MoveToImmutable(), buffer.Unknown);
    }

    /// <summary>The least score of which at most a share of the answers is false, as held-out questions tell.</summary>
    /// <param name="falseShare">From 0 to 1.</param>
    /// <returns>A score from 0 to 1; above 1 where there was too little to learn from to hold anything out.</returns>
    public double Threshold(double falseShare) => calibration.Threshold(falseShare);

    private Span<float> Margins(ReadOnlySpan<string> words, FeatureBuffer buffer)
    {
        extractor.Extract(words, buffer);
        room = room is { } enough && enough.Length >= model.Room ? enough : new float[model.Room];
        model.Margins(buffer.Indices, buffer.Values, room);
        return room.AsSpan(0, model.Classes);
    }

    private static IntentClassifier Train(IReadOnlyList<LabeledSentence> sentences, IReadOnlyList<ImmutableArray<string>> outside, Vocabulary vocabulary, ScoreCalibration calibration)
    {
        ImmutableArray<string> intents = [.. sentences.Select(s => s.Intent).Distinct().Order(StringComparer.Ordinal)];
        var numbers = intents.Select((intent, i) => (intent, i)).ToFrozenDictionary(i => i.intent, i => i.i);
        var extractor = new FeatureExtractor(vocabulary.Synonyms, vocabulary.Ordinary);
        var members = extractor.Fit([.. sentences.Select(s => s.Words)]);
        var labels = sentences.Select(s => numbers[s.Intent]).ToList();
        var strangers = outside.Concat(NearMisses.Of(sentences)).Select(words => extractor.Extract(words.AsSpan())).ToList();
        var weights = MarginTraining.Train([.. members, .. strangers], [.. labels, .. Enumerable.Repeat(-1, strangers.Count)], extractor.Count, intents.Length);
        weights.Add(SoftmaxTraining.Train(members, labels, extractor.Count, intents.Length, SoftmaxEpochs), SoftmaxWeight);
        weights.Add(LogOdds.Train(members, labels, extractor.Count, intents.Length), LogOddsWeight);
        return new IntentClassifier(extractor, new LinearModel(weights, extractor.Count), intents, calibration);
    }

    private static int Highest(ReadOnlySpan<float> margins)
    {
        var highest = 0;
        for (var k = 1; k < margins.Length; k++)
        {
            highest = margins[k] > margins[highest] ? k : highest;
        }

        return highest;
    }
}
