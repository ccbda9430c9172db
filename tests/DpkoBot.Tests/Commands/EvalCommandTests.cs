using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private const string Cases = """
        cases:
          - say: What does OMA stand for?
            kind: direct
            topic: [oma/name, oma/overview]
          - turns: [Tell me about OROLSI, when was it established?]
            kind: followup
            topic: orolsi/established
          - say: "What does OROLSI stand for and when was it created?"
            kind: multi
            topic: [orolsi/name, orolsi/established]
            all: true
          - say: difference between OMA and OROLSI
            kind: compare
            topic: compare
          - say: what is the capital of France
            kind: far
            outcome: [fallback, refuse]
          - say: What does PET stand for?
            kind: mistaken
            topic: pet/established
          - say: "What does \"OMA\" stand for?"
            kind: mistaken
            outcome: fallback
          - say: hello
            kind: mistaken
            topic: dpko/name
          - say: hello
            kind: mistaken
            outcome: refuse
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cases_are_counted_by_kind_and_failures_are_listed_with_their_lines()
    {
        var run = await Eval("language: en\n" + Cases);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"mistaken\W+0\W+4\W+0\.0\W+1\W+1\W+1\W+1\W", run.Output);
        Assert.Matches(@"all\W+5\W+9\W+55\.6\W+1\W+1\W+1\W+1\W", run.Output);
        Assert.Contains($"{folder.In("cases.yaml")}:19: WRONG mistaken: \"What does PET stand for?\" should get pet/established, got answer pet/name", run.Output, StringComparison.Ordinal);
        Assert.Contains(":22: FALSE mistaken: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(":25: SILENT mistaken: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(":28: OTHER mistaken: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("99th percentile", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_has_a_table_of_the_kinds_and_one_of_the_failures()
    {
        var run = await Eval("language: en\n" + Cases, "--markdown");

        Assert.Contains("| kind | passed | total | % | wrong | silent | false | other |\n| --- | --- |", run.Output, StringComparison.Ordinal);
        Assert.Contains("| **all** | 5 | 9 | 55.6 | 1 | 1 | 1 | 1 |\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("| cases.yaml:19 | Wrong | What does PET stand for? | `pet/established` | `answer pet/name", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("floor: 55", 0)]
    [InlineData("floor: 56", 1)]
    [InlineData("max_false: 22.3", 0)]
    [InlineData("max_false: 20", 1)]
    public async Task A_file_can_ask_for_a_floor(string key, int exitCode)
    {
        var run = await Eval($"language: en\n{key}\n{Cases}");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 1, run.Errors.Contains(key.Split(':')[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("55", 0)]
    [InlineData("56", 1)]
    public async Task A_minimum_takes_the_floors_place(string min, int exitCode)
    {
        var run = await Eval($"language: en\nfloor: 99\nmax_false: 0\n{Cases}", "--min", min);

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("most")]
    public async Task A_minimum_is_a_percentage(string min)
    {
        var run = await Eval("language: en\n" + Cases, "--min", min);

        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }

    [Fact]
    public async Task Failures_can_be_written_and_played_again()
    {
        var failures = folder.In("failures.yaml");
        await Eval("language: en\n" + Cases, "--failures", failures);

        var again = await CommandRun.Of("eval", failures);

        Assert.Matches(@"all\W+0\W+4\W+0\.0\W+1\W+1\W+1\W+1\W", again.Output);
        Assert.Contains("\"What does \"OMA\" stand for?\"", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_file_that_cannot_be_written_is_a_sentence()
    {
        var run = await Eval("language: en\n" + Cases, "--failures", folder.In("nowhere/failures.yaml"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nowhere", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1: the file must be one mapping")]
    [InlineData("- say: x", "1: the file must be one mapping")]
    [InlineData("language: en\ncases:\n  - say: 'x", "3: this is not valid YAML")]
    [InlineData("language: en", "1: there are no cases")]
    [InlineData("language: en\ncases: []", "1: there are no cases")]
    [InlineData("language: en\ncases:\n  - hello", "3: a case must have keys")]
    [InlineData("cases:\n  - {say: x, kind: k, topic: t}", "1: the file needs `language`")]
    [InlineData("language: en\nlevel: 3\ncases:\n  - {say: x, kind: k, topic: t}", "2: `level` is not a key of the file")]
    [InlineData("language: en\nfloor: most\ncases:\n  - {say: x, kind: k, topic: t}", "2: `floor` must be a percentage")]
    [InlineData("language: en\nmax_false: 101\ncases:\n  - {say: x, kind: k, topic: t}", "2: `max_false` must be a percentage")]
    [InlineData("language: en\ncases:\n  - {say: x, topic: t}", "3: a case needs `kind`")]
    [InlineData("language: en\ncases:\n  - {kind: k, topic: t}", "3: a case needs `say` or `turns`")]
    [InlineData("language: en\ncases:\n  - {say: x, turns: [x], kind: k, topic: t}", "3: a case has `say` and `turns`")]
    [InlineData("language: en\ncases:\n  - {turns: [], kind: k, topic: t}", "3: `turns` must be a text or a list")]
    [InlineData("language: en\ncases:\n  - {say: x, kind: k}", "3: a case needs `topic` or `outcome`")]
    [InlineData("language: en\ncases:\n  - {say: x, kind: k, outcome: silence}", "3: `silence` is not an outcome")]
    [InlineData("language: en\ncases:\n  - {say: x, kind: k, topic: t, all: yes}", "3: `all` must be true or false")]
    [InlineData("language: en\ncases:\n  - {say: x, kind: k, outcome: refuse, all: true}", "3: `all` goes with `topic`")]
    [InlineData("language: en\ncases:\n  - {says: x, kind: k, topic: t}", "3: `says` is not a key of a case")]
    [InlineData("language: xx\ncases:\n  - {say: x, kind: k, topic: t}", " the knowledge has no language `xx`")]
    public async Task A_mistake_in_a_file_is_told_with_its_line(string text, string problem)
    {
        var run = await Eval(text);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains($"{folder.In("cases.yaml")}:{problem}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_in_all_files_are_told_at_once()
    {
        var first = folder.Write("first.yaml", "language: en\ncases:\n  - {say: x}\n  - {kind: k}\n");
        var run = await CommandRun.Of("eval", first, folder.In("missing.yaml"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(5, run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("missing.yaml: there is no such file.", run.Errors, StringComparison.Ordinal);
    }

    private Task<CommandRun> Eval(string text, params string[] options) =>
        CommandRun.Of(["eval", folder.Write("cases.yaml", text), .. options]);
}
