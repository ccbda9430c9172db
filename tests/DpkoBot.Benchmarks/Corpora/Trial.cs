using System.Collections.Immutable;
using System.Diagnostics;
using DpkoBot.Core.Recognition.Classification;

namespace DpkoBot.Benchmarks.Corpora;

/// <summary>A classifier trained on a corpus, and what that cost.</summary>
internal sealed class Trial
{
    private readonly IntentClassifier classifier;

    public Trial(Corpus corpus, bool withOutside = false)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        classifier = IntentClassifier.Train([.. corpus.Training.Select(e => e.Labeled)], [.. (withOutside ? corpus.OutsideTraining : []).Select(e => e.Words)]);
        TrainingTime = watch.Elapsed;
        Memory = GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    public TimeSpan TrainingTime { get; }

    /// <summary>What the trained classifier holds, in bytes.</summary>
    public long Memory { get; }

    public double Threshold(double falseShare) => classifier.Threshold(falseShare);

    public ImmutableArray<Answer> Ask(IEnumerable<Example> examples) => [.. examples.Select(e => Ask(e.Words, e.Intent))];

    /// <summary>Asks with typing errors.</summary>
    public ImmutableArray<Answer> AskMisspelled(IEnumerable<Example> examples, int errors) =>
        [.. examples.Select((e, i) => Ask(Example.WordsOf(TypingErrors.Make(e.Text, errors, seed: i)), e.Intent))];

    /// <summary>What a question costs from its text to the ranking: time in microseconds (median and 99th percentile) and bytes, of the classifier alone as well.</summary>
    public (double Median, double Percentile99, double MedianAlone, long Bytes, long BytesAlone) Cost(ImmutableArray<Example> examples)
    {
        Ask(examples);
        var (whole, alone) = (new List<double>(), new List<double>());
        var (bytes, bytesAlone) = (0L, 0L);
        foreach (var example in examples)
        {
            var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var words = Example.WordsOf(example.Text);
            var (middle, allocatedByWords) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            classifier.Classify(words.AsSpan());
            var (end, allocatedByAll) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            whole.Add(Stopwatch.GetElapsedTime(start, end).TotalMicroseconds);
            alone.Add(Stopwatch.GetElapsedTime(middle, end).TotalMicroseconds);
            (bytes, bytesAlone) = (bytes + allocatedByAll - allocated, bytesAlone + allocatedByAll - allocatedByWords);
        }

        whole.Sort();
        alone.Sort();
        return (whole[whole.Count / 2], whole[whole.Count * 99 / 100], alone[alone.Count / 2], bytes / examples.Length, bytesAlone / examples.Length);
    }

    private Answer Ask(ImmutableArray<string> words, string? intent)
    {
        var best = classifier.Classify(words.AsSpan(), 1).Intents[0];
        return new Answer(intent, best.Intent, best.Score);
    }
}
