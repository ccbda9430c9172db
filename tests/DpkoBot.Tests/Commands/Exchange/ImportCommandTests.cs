using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands.Exchange;

/// <summary>Pairs become topics that are asked, and topics become pairs again.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Csv = """
        Question,Answer,Source,Metadata
        May I bring my dog to the blue hall?,"Yes, on a lead.",https://example.org/pets,kind:pet
        Are dogs welcome in the (blue) hall,"Yes, on a lead.",https://example.org/pets,kind:pet
        Who feeds the goldfish?,The gardener does.,,

        """;

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder files = new();

    public ImportCommandTests() => folder.CopyKnowledgeWithSchemas();

    public void Dispose()
    {
        folder.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task An_imported_pair_is_answered_with_its_own_source()
    {
        var run = await ImportAsync("pets.csv", Csv, "--date", "2024-05");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("2 pairs were imported.\nLost: 1 pairs have metadata to filter by, for which topics have no place.\nLost: 1 wordings hold brackets", run.Output, StringComparison.Ordinal);
        var asked = await CommandRun.Of("ask", "May I bring my dog to the blue hall?", "who feeds the goldfish", "--knowledge", folder.Path);
        Assert.Contains("Yes, on a lead.", asked.Output, StringComparison.Ordinal);
        Assert.Contains("https://example.org/pets", asked.Output, StringComparison.Ordinal);
        Assert.Contains("The gardener does.", asked.Output, StringComparison.Ordinal);
        Assert.Contains("pets.csv, May 2024", asked.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pets.tsv")]
    [InlineData("pets.xlsx")]
    [InlineData("pets.qna")]
    [InlineData("pets.csv")]
    public async Task What_is_exported_comes_back_by_import(string name)
    {
        using var small = new KnowledgeFolder();
        var first = await CommandRun.Of("export", files.In(name), "--knowledge", small.Path);
        small.Without(SmallKnowledge.Topics).Replacing(SmallKnowledge.Field, "  join:\n    type: topic\n    source: page\n    facts: { answer: {} }\n", "");

        var import = await CommandRun.Of("import", files.In(name), "--knowledge", small.Path);
        var second = await CommandRun.Of("export", files.In("again.csv"), "--knowledge", small.Path);

        Assert.Equal((0, 0, 0), (first.ExitCode, import.ExitCode, second.ExitCode));
        using var original = new KnowledgeFolder();
        await CommandRun.Of("export", files.In("original.csv"), "--knowledge", original.Path);
        Assert.Equal(await TextAsync("original.csv"), await TextAsync("again.csv"));
    }

    [Fact]
    public async Task What_check_finds_afterwards_is_told()
    {
        var run = await ImportAsync("long.csv", $"Question,Answer\nWhat is long?,{new string('x', 950)}\n");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("en/topics/long.yaml:4: the answer to `answer` of `what-is-long` has 950 characters, more than 900", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pets.csv", "Frage,Antwort\n", "pets.csv: the first line must name the columns")]
    [InlineData("pets.doc", "", "pets.doc: the name must end with one of .tsv, .csv, .xlsx, .qna, .lu")]
    public async Task What_cannot_be_imported_is_told_and_changes_nothing(string name, string text, string message)
    {
        var run = await ImportAsync(name, text);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of("check", "--knowledge", folder.Path)).ExitCode);
        Assert.False(Directory.EnumerateFiles(folder.Path, "pets*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task The_same_file_is_not_imported_twice()
    {
        await ImportAsync("pets.csv", Csv);

        var again = await ImportAsync("pets.csv", Csv);

        Assert.Equal(1, again.ExitCode);
        Assert.Contains("pets.yaml is already there", again.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of("check", "--knowledge", folder.Path)).ExitCode);
    }

    [Fact]
    public async Task The_export_of_the_bots_own_knowledge_says_what_it_leaves_out()
    {
        var run = await CommandRun.Of("export", files.In("topics.tsv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("sentences hold a slot such as {mission}; they were left out.", run.Output, StringComparison.Ordinal);
        Assert.Contains("subjects have facts, which are no pairs of questions and answers", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("Question\tAnswer\tSource\t", await TextAsync("topics.tsv"), StringComparison.Ordinal);
    }

    private Task<CommandRun> ImportAsync(string name, string text, params string[] more) =>
        CommandRun.Of(["import", files.Write(name, text), "--knowledge", folder.Path, .. more]);

    private Task<string> TextAsync(string name) => File.ReadAllTextAsync(files.In(name), TestContext.Current.CancellationToken);
}
