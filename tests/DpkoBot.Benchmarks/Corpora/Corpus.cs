using System.Collections.Immutable;
using System.Text.Json;
using DpkoBot.Core.Recognition.Classification;
using DpkoBot.Core.Text;

namespace DpkoBot.Benchmarks.Corpora;

/// <summary>A question of a corpus with its intent; null for what is out of scope.</summary>
internal sealed record Example(string Text, string? Intent)
{
    public ImmutableArray<string> Words { get; } = WordsOf(Text);

    public LabeledSentence Labeled => new(Intent!, Words);

    public static ImmutableArray<string> WordsOf(string text) => [.. Utterance.Parse(text).Tokens.Select(t => t.Text)];
}

/// <summary>A public corpus for intent classification, in its authors' parts.</summary>
internal sealed record Corpus(string Name, ImmutableArray<Example> Training, ImmutableArray<Example> Validation, ImmutableArray<Example> Test)
{
    /// <summary>Out-of-scope questions for training, if the corpus has some.</summary>
    public ImmutableArray<Example> OutsideTraining { get; init; } = [];

    public ImmutableArray<Example> OutsideValidation { get; init; } = [];

    public ImmutableArray<Example> OutsideTest { get; init; } = [];

    /// <summary>Reads one of the three corpora of Braun et al. (SIGDIAL 2017).</summary>
    public static Corpus ReadBraun(string folder, string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + "Corpus.json")));
        var examples = json.RootElement.GetProperty("sentences").EnumerateArray()
            .Select(s => (IsTraining: s.GetProperty("training").GetBoolean(), Example: new Example(s.GetProperty("text").GetString()!, s.GetProperty("intent").GetString()!)))
            .ToLookup(s => s.IsTraining, s => s.Example);
        return new Corpus(name, [.. examples[true]], [], [.. examples[false]]);
    }

    /// <summary>Reads the full CLINC150 (Larson et al., EMNLP-IJCNLP 2019).</summary>
    public static Corpus ReadClinc(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "clinc150_full.json")));
        ImmutableArray<Example> Part(string name, bool isOutside = false) =>
            [.. json.RootElement.GetProperty(name).EnumerateArray().Select(e => new Example(e[0].GetString()!, isOutside ? null : e[1].GetString()))];

        return new Corpus("CLINC150", Part("train"), Part("val"), Part("test"))
        {
            OutsideTraining = Part("oos_train", isOutside: true),
            OutsideValidation = Part("oos_val", isOutside: true),
            OutsideTest = Part("oos_test", isOutside: true),
        };
    }
}
