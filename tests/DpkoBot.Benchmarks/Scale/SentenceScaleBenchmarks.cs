using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using DpkoBot.Core.Recognition.Classification;
using FuzzySharp;

namespace DpkoBot.Benchmarks.Scale;

/// <summary>What a question costs with more and more sentences, beside comparing it with all of them and beside a search index.</summary>
[MemoryDiagnoser]
public class SentenceScaleBenchmarks
{
    private ImmutableArray<string> question;
    private string text = "";
    private string[] texts = [];
    private IntentClassifier classifier = null!;
    private NearestText index = null!;

    [Params(100, 1_000, 10_000, 100_000)]
    public int Sentences { get; set; }

    [GlobalSetup(Target = nameof(Classifier))]
    public void Train()
    {
        var sentences = Make();
        classifier = IntentClassifier.Train(sentences);
    }

    [GlobalSetup(Target = nameof(LuceneBm25))]
    public void Index() => index = new NearestText(Make().Select(s => string.Join(' ', s.Words)));

    [GlobalSetup(Target = nameof(FuzzySharpExtractOne))]
    public void Collect() => texts = [.. Make().Select(s => string.Join(' ', s.Words))];

    [Benchmark(Baseline = true)]
    public ClassifierResult Classifier() => classifier.Classify(question.AsSpan());

    [Benchmark]
    public int LuceneBm25() => index.Find(text);

    [Benchmark]
    public int FuzzySharpExtractOne() => Process.ExtractOne(text, texts).Index;

    private ImmutableArray<LabeledSentence> Make()
    {
        var synthetic = new SyntheticText();
        question = synthetic.Sentences(10)[^1].Words;
        text = string.Join(' ', question);
        return synthetic.Sentences(Sentences);
    }
}
