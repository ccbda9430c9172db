using DpkoBot.Commands.Evaluation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Recognition;

/// <summary>Plays the utterance files through the bot, and holds them to what they ask for.</summary>
public class UtteranceTests
{
    /// <summary>More than any sentence of the files stands for: all of them are looked at.</summary>
    private const int AllExpansions = 100_000;

    /// <summary>The file of what does stand in the sentence files.</summary>
    private const string Known = "known-en.yaml";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "utterances");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_files_cases_pass_as_often_as_it_asks_for(string name)
    {
        var file = await Read(name);
        var scored = ScoredFile.Play(TrainedEngines.For(Knowledge()), file, TestContext.Current.CancellationToken);

        var shortfalls = scored.Shortfalls().ToList();

        Assert.True(file.Floor is not null && file.MaxFalse is not null, $"{name} needs a floor and a max_false; without them it tests nothing.");
        Assert.True(shortfalls.Count == 0, string.Join('\n', [.. shortfalls, .. scored.Failures.Select(failure => EvaluationView.Describe(file with { Path = name }, failure))]));
    }

    public static TheoryData<string> HeldOut => [.. Files.Select(file => file.Data).Where(name => name != Known)];

    [Theory]
    [MemberData(nameof(HeldOut))]
    public async Task No_held_out_utterance_stands_in_a_sentence_file(string name)
    {
        var file = await Read(name);
        var sentences = Templates().ToList();
        Assert.All(sentences, template => Assert.True(template.Count <= AllExpansions, $"{template.File}:{template.Line}: stands for {template.Count} sentences."));
        var known = sentences
            .SelectMany(template => template.Expand(AllExpansions).Select(sentence => (Text: Utterance.Normalize(sentence), Place: $"{template.File}:{template.Line}")))
            .DistinctBy(sentence => sentence.Text)
            .ToDictionary(sentence => sentence.Text, sentence => sentence.Place);

        var copied = (
            from utterance in file.Cases
            let text = Utterance.Normalize(utterance.Turns[^1])
            where known.ContainsKey(text)
            select $"{name}:{utterance.Line}: \"{utterance.Turns[^1]}\" stands in {known[text]}").ToList();

        Assert.True(copied.Count == 0, string.Join('\n', copied));
    }

    private static IEnumerable<SentenceTemplate> Templates() => Knowledge().Languages.Values.SelectMany(pack =>
        pack.Intents.Values.Concat(pack.Topics.Values).SelectMany(intent => intent.Sentences.Concat(intent.FollowUps))
            .Concat(pack.Conversation.Values.SelectMany(intent => intent.Sentences))
            .Concat(pack.Background));

    private static KnowledgeBase Knowledge()
    {
        var loaded = KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge"));
        return loaded.Knowledge ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
    }

    private static async Task<UtteranceFile> Read(string name)
    {
        var (file, problems) = await UtteranceFileReader.ReadAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        Assert.Empty(problems);
        return file!;
    }
}
