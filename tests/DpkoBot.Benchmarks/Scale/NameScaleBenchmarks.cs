using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;
using FuzzySharp;

namespace DpkoBot.Benchmarks.Scale;

/// <summary>What finding a name in a question costs with more and more names: as it is written, and with its words in another order.</summary>
[MemoryDiagnoser]
public class NameScaleBenchmarks
{
    private string question = "";
    private ImmutableArray<Token> tokens;
    private string[] names = [];
    private NameIndex index = null!;
    private NearestText search = null!;

    [Params(100, 1_000, 10_000, 100_000)]
    public int Names { get; set; }

    [Params(true, false)]
    public bool AsWritten { get; set; }

    [GlobalSetup(Target = nameof(NameIndex))]
    public void Build()
    {
        Make();
        var rules = KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Knowledge!.Languages["en"].Rules;
        index = new NameIndex([.. names.Select((name, i) => (name, new EntityRef("office", $"{i}")))], rules, _ => false);
    }

    [GlobalSetup(Target = nameof(LuceneBm25))]
    public void Index()
    {
        Make();
        search = new NearestText(names);
    }

    [GlobalSetup(Target = nameof(FuzzySharpExtractOne))]
    public void Make()
    {
        names = [.. new SyntheticText().Names(Names)];
        var words = names[Names / 2].Split(' ');
        question = $"when was the {(AsWritten ? string.Join(' ', words) : $"{words[3]} {words[4]} and {words[2]} {words[0]}")} created";
        tokens = Utterance.Parse(question).Tokens;
    }

    [Benchmark(Baseline = true)]
    public int NameIndex() => index.Find(tokens).Count;

    [Benchmark]
    public int LuceneBm25() => search.Find(question);

    [Benchmark]
    public int FuzzySharpExtractOne() => Process.ExtractOne(question, names).Index;
}
