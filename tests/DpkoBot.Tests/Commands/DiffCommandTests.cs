using System.Diagnostics;
using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Commands;

/// <summary>What a change of the knowledge does to the known questions.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private const string Utterances = """
        language: en
        cases:
          - say: when was the police division set up
            kind: direct
            topic: police/established
          - turns: [what does the police division do, since when]
            kind: followup
            topic: police/established
          - say: what is the capital of France
            kind: far
            outcome: [fallback, refuse]
        """;

    private readonly KnowledgeFolder old = new();
    private readonly KnowledgeFolder @new = new();
    private readonly TemporaryFolder files = new();

    public void Dispose()
    {
        old.Dispose();
        @new.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task Nothing_changes_between_a_folder_and_itself()
    {
        var run = await DiffAsync(old.Path, old.Path);

        Assert.Equal((0, "None of 3 known questions changes.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task An_answer_that_reads_otherwise_is_shown_before_and_after()
    {
        @new.Replacing(Facts, "value: 2007~", "value: 2008~");

        var run = await DiffAsync(old.Path, @new.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Another answer (2)\n  known.yaml:3: \"when was the police division set up\"\n    - answer (", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"    - answer .*2007", run.Output);
        Assert.Matches(@"    \+ answer .*2008", run.Output);
        Assert.EndsWith("2 of 3 known questions change: 0 get worse, 0 get better.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_answer_that_is_lost_fails_and_the_way_back_does_not()
    {
        @new.Replacing(Facts, "      established: { value: 2007~, as_of: 2018 }\n", "");

        var there = await DiffAsync(old.Path, @new.Path);
        var back = await DiffAsync(@new.Path, old.Path);

        Assert.Equal(1, there.ExitCode);
        Assert.StartsWith("Right before, and no longer (2)\n", there.Output, StringComparison.Ordinal);
        Assert.Contains("    + fallback (", there.Output, StringComparison.Ordinal);
        Assert.Equal(2, back.ExitCode);
        Assert.StartsWith("Right now, and not before (2)\n", back.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_puts_them_side_by_side()
    {
        @new.Replacing(Facts, "value: 2007~", "value: 2008~");

        var run = await DiffAsync(old.Path, @new.Path, "--markdown");

        Assert.Contains("#### Another answer (2)\n\n| question | before | after |\n| --- | --- | --- |\n| when was the police division set up<br>known.yaml:3 | answer (", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_git_revision_stands_for_the_folder_as_it_was()
    {
        Git("init", "--quiet");
        Git("add", ".");
        Git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Before");
        old.Replacing(Facts, "value: 2007~", "value: 2008~");

        var run = await DiffAsync("HEAD", old.Path, "--path", old.Path);

        Assert.Equal((2, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"    - answer .*2007", run.Output);
    }

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("--output=x")]
    public async Task What_is_neither_a_folder_nor_a_revision_is_told(string name)
    {
        var run = await CommandRun.Of("diff", "--path", old.Path, "--utterances", files.Write("known.yaml", Utterances), "--", name, @new.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"`{name}` is neither a folder nor a git revision", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_new_knowledge_is_told_with_the_folder_that_has_it()
    {
        @new.Replacing(Facts, "type: department", "type: departement");

        var run = await DiffAsync(old.Path, @new.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{@new.Path}: {Facts}:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_known_questions_there_is_nothing_to_compare()
    {
        var run = await CommandRun.Of("diff", old.Path, @new.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("There are no known questions", run.Errors, StringComparison.Ordinal);
    }

    private Task<CommandRun> DiffAsync(string before, string after, params string[] more) =>
        CommandRun.Of(["diff", before, after, "--utterances", files.Write("known.yaml", Utterances), .. more]);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = old.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
