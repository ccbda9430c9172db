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
    public async Task A_missing_folder_is_a_problem()
    {
        var run = await CommandRun.Of("check", "--knowledge", "nowhere");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("nowhere: there is no such folder", run.Output, StringComparison.Ordinal);
    }
}
