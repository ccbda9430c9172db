using DpkoBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Commands;

/// <summary>What should be verified again, on some day.</summary>
public sealed class StaleCommandTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_can_change_is_listed_once_its_source_is_too_old()
    {
        var young = await OnAsync("2019-06-30", "--days", "180");
        var old = await OnAsync("2019-07-01", "--days", "180");

        Assert.Equal((0, "0 of 1 facts that can change should be verified again: their source is older than 180 days, or the date that they give has passed.\n"), (young.ExitCode, young.Output));
        Assert.Equal(1, old.ExitCode);
        Assert.StartsWith($"nobody:\n  {Facts}:{folder.LineOf(Facts, "dept:")}: dept/staff = 120 (from 2019), as of 2019-01-01 (181 days ago): The news\n", old.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_change_and_what_is_over_is_never_listed() =>
        Assert.DoesNotContain("established", (await OnAsync("2099-01-01")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_date_that_was_to_come_is_listed_when_it_has_passed_however_new_its_source_is()
    {
        folder.Replacing(Ontology, "ended: { kind: date,", "ended: { kind: date, changes: true,")
            .Replacing(Field, "ended: { value: 1995-11, source: hearsay }", "ended: { value: 2019-01-15, source: news }");

        Assert.DoesNotContain("lakmis", (await OnAsync("2019-01-15", "--days", "30000")).Output, StringComparison.Ordinal);
        Assert.Contains("lakmis/ended = 2019-01-15, as of 2019-01-01 (its date has passed)", (await OnAsync("2019-01-16", "--days", "30000")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_owner_has_a_list_and_a_subject_can_have_another_owner_than_its_file()
    {
        folder.Replacing(Ontology, "established: { kind: date,", "established: { kind: date, changes: true,")
            .Replacing(Facts, "subjects:\n", "owner: desk officers\nsubjects:\n")
            .Replacing(Facts, "police:\n    type: office\n", "police:\n    type: office\n    owner: police adviser\n");

        var all = await OnAsync("2026-01-01");
        var one = await OnAsync("2026-01-01", "--owner", "police adviser");

        var (desk, police, nobody) = (all.Output.IndexOf("desk officers:\n", StringComparison.Ordinal), all.Output.IndexOf("police adviser:\n", StringComparison.Ordinal), all.Output.IndexOf("nobody:\n", StringComparison.Ordinal));
        Assert.True(desk >= 0 && desk < police && police < nobody, all.Output);
        Assert.Contains("police/established = 2007~", one.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dept/", one.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_is_the_ontologys_unless_it_is_told()
    {
        folder.Replacing(Ontology, "begins:", "stale_after: 30000\nbegins:");

        Assert.Equal(0, (await OnAsync("2026-01-01")).ExitCode);
        Assert.Equal(1, (await OnAsync("2026-01-01", "--days", "30")).ExitCode);
    }

    [Fact]
    public async Task Markdown_is_a_table() =>
        Assert.Contains("| nobody | `dept/staff` | 120 (from 2019) | 2019-01-01 | 2557 days ago | The news |", (await OnAsync("2026-01-01", "--markdown")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999")]
    public async Task A_limit_that_is_none_is_told(string days)
    {
        var run = await OnAsync("2026-01-01", $"--days={days}");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("days", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("a year")]
    public void A_limit_in_the_ontology_that_is_none_is_a_problem(string days) => folder
        .Replacing(Ontology, "begins:", $"stale_after: {days}\nbegins:")
        .HasOneProblem(Ontology, "stale_after", $"`stale_after: {days}` is not a number of days from 1 to 36500");

    private Task<CommandRun> OnAsync(string day, params string[] more) =>
        CommandRun.On(new FakeTimeProvider(DateTimeOffset.Parse(day + "T12:00:00Z", null)), ["stale", "--knowledge", folder.Path, .. more]);
}
