using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public class CheckCommandTests
{
    [Fact]
    public async Task Good_knowledge_is_counted()
    {
        var run = await CommandRun.Of("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^Nothing is wrong: \d+ subjects, \d+ facts, \d+ sentences, \d+ languages? \(.*\ben\b.*\)\.\n$", run.Output);
    }

    [Fact]
    public async Task Every_problem_has_its_file_and_line()
    {
        using var folder = new TemporaryFolder();
        folder.CopyKnowledge();
        folder.Write("facts/broken.yaml", "subjects:\n  - [unclosed\n");
        folder.Write("en/subjects/unknown.yaml", "nonsense: true\n");

        var run = await CommandRun.Of("check", "--knowledge", folder.Path);

        Assert.Equal(1, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith("facts/broken.yaml:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("en/subjects/unknown.yaml:1: ", StringComparison.Ordinal));
        Assert.Equal($"{lines.Length - 1} problems.", lines[^1]);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_a_problem_of_its_subject()
    {
        using var folder = new KnowledgeFolder();
        folder.Replacing(SmallKnowledge.Wording, "purpose: polices", $"purpose: polices {new string('x', 880)}");

        var run = await CommandRun.Of("check", "--knowledge", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{SmallKnowledge.Wording}:{folder.LineOf(SmallKnowledge.Wording, "police:")}: the answer to `overview` of `police` has ", run.Output, StringComparison.Ordinal);
        Assert.Contains("the answer to `purpose` of `police` has 905 characters, more than 900; shorten", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 problems.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_as_long_as_it_may_be_is_none()
    {
        using var folder = new KnowledgeFolder();
        folder.Replacing(SmallKnowledge.Wording, "purpose: polices", $"purpose: polices {new string('x', 860 - "Police Division polices".Length)}");

        Assert.Equal(0, (await CommandRun.Of("check", "--knowledge", folder.Path)).ExitCode);
    }

    [Fact]
    public async Task Markdown_is_a_table_with_a_row_for_each_problem()
    {
        using var folder = new KnowledgeFolder();
        folder.Replacing(SmallKnowledge.Facts, "value: 110", "value: a|b");

        var run = await CommandRun.Of("check", "--markdown", "--knowledge", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("| where | what is wrong, and what to do |\n| --- | --- |\n| facts/department.yaml:", run.Output, StringComparison.Ordinal);
        Assert.Contains("`value: a\\|b` of the fact", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_a_problem()
    {
        var run = await CommandRun.Of("check", "--knowledge", "nowhere");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("nowhere: there is no such folder", run.Output, StringComparison.Ordinal);
    }
}
