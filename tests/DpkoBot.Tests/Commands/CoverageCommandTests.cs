using System.Globalization;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public sealed class CoverageCommandTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_property_of_each_type_is_counted()
    {
        var lines = await LinesOf();

        Assert.Equal(["type", "property", "answered", "unverified", "missing"], lines[0]);
        Assert.Contains(["department (1)", "established", "1", "0", "0"], lines);
        Assert.Contains(["mission (3)", "ended", "1", "1", "1"], lines);
        Assert.Contains(["place (5)", "missions", "3", "0", "2"], lines);
        Assert.DoesNotContain(lines, line => line[1] is "within" or "compare" or "when");
        Assert.Equal("all", lines[^1][0]);
        Assert.Equal(lines[1..^1].Select(line => Number(line[^1])).Sum(), Number(lines[^1][^1]));
    }

    [Fact]
    public async Task A_type_shows_its_subjects_with_a_mark_for_each_property()
    {
        var lines = await LinesOf("--type", "mission");

        Assert.Equal(["subject", "ended", "established", "period", "place", "status"], lines[0]);
        Assert.Contains(["hilmis", "+", "+", "+", "+", "+"], lines);
        Assert.Contains(["lakmis", "?", "+", "?", "+", "?"], lines);
        Assert.Contains(["soumis", "-", "+", "+", "+", "+"], lines);
        Assert.Equal(["missing", "1", "0", "0", "0", "0"], lines[^1]);
    }

    [Fact]
    public async Task What_is_missing_is_listed()
    {
        var run = await CommandRun.Of("coverage", "--missing", "--type", "mission", "--knowledge", folder.Path);

        Assert.Equal((0, "soumis/ended\n1 of 15 are missing.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_type_that_is_none_is_an_error_that_names_those_that_there_are()
    {
        var run = await CommandRun.Of("coverage", "--type", "misson", "--knowledge", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("`misson` is not a type in facts/ontology.yaml; there are bureau, department, figure, mission,", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knowledge_with_a_problem_covers_nothing()
    {
        folder.Replacing(SmallKnowledge.Facts, "value: 1992", "value: once");

        var run = await CommandRun.Of("coverage", "--knowledge", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith(SmallKnowledge.Facts, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bots_own_knowledge_is_covered()
    {
        var run = await CommandRun.Of("coverage", "--type", "mission");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("minusma", run.Output, StringComparison.Ordinal);
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>The cells of the table that the command prints, line by line, without the empty ones at its end.</summary>
    private async Task<List<string[]>> LinesOf(params string[] arguments)
    {
        var run = await CommandRun.Of(["coverage", "--knowledge", folder.Path, .. arguments]);
        Assert.Equal(0, run.ExitCode);
        return [.. run.Output.Split('\n')
            .Where(line => line.StartsWith('│'))
            .Select(line => line.Split('│', StringSplitOptions.TrimEntries)[1..^1])
            .Where(cells => cells.Any(cell => cell.Length > 0))];
    }
}
