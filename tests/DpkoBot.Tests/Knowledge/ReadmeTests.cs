using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Knowledge;

/// <summary>The three examples of knowledge/README.md, done as they stand there.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string NewSource = """
          un-appointment:
            title: "Secretary-General appoints Jane Doe as head of the department"
            url: https://www.un.org/en/appointments/jane-doe
            date: 2027-02-15

        """;

    private const string NewHead = "        - { value: jean-pierre-lacroix, from: 2017-04-01, until: 2027-02-28, source: lbc-2026-01-08 }\n        - { value: jane-doe, from: 2027-03-01, source: un-appointment }\n";
    private const string OfficeFacts = "purpose: {}\nestablished: { value: 2026-05-01 }\nhead: { value: jane-doe, from: 2026-05-01 }";
    private const string OfficeWording = "acronym: \"NWO\"\nphrase: \"the Night Watch Office\"\naliases: [\"night office\", \"the night watch\"]\ntexts:\n  purpose: \"watches over the peacekeeping missions at night\"";
    private const string NewSentence = "- \"is there a {department} (skipper|captain)\"";

    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "knowledge-README.md"));
    private readonly TemporaryFolder folder = new();

    public ReadmeTests() => folder.CopyKnowledgeWithSchemas();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_three_examples_work_as_they_are_told()
    {
        Assert.All([NewSource, NewHead, OfficeFacts, OfficeWording, NewSentence], AssertIsInReadme);

        Append("facts/sources.yaml", NewSource);
        await RunsAsync("new", "person", "Jane Doe", "--source", "un-appointment");
        Replace("facts/department.yaml", "        - { value: jean-pierre-lacroix, from: 2017-04-01, source: lbc-2026-01-08 }\n", NewHead);
        await RunsAsync("new", "office", "Night Watch Office", "--source", "un-dpko-page");
        Replace("facts/night-watch-office.yaml", "      name: {}\n", "      name: {}\n" + Indented(OfficeFacts, 6));
        Append("en/subjects/night-watch-office.yaml", Indented(OfficeWording, 4));
        Replace("facts/department.yaml", "oma, pet]", "oma, pet, night-watch-office]");
        Replace("en/sentences/people.yaml", "    sentences:\n      - \"who (leads|heads", $"    sentences:\n      {NewSentence}\n      - \"who (leads|heads");

        await RunsAsync("check");
        var asked = await RunsAsync(
            "ask", "Who heads the department?", "who was the head before Jane Doe?", "what does NWO do", "who is in charge of the night watch", "when was the Night Watch Office set up", "is there a DPKO skipper");
        Assert.Collection(
            asked.Output.Split("> ", StringSplitOptions.RemoveEmptyEntries),
            answer => Assert.Contains("Jane Doe", answer, StringComparison.Ordinal),
            answer => Assert.Contains("Lacroix", answer, StringComparison.Ordinal),
            answer => Assert.Contains("watches over the peacekeeping missions at night", answer, StringComparison.Ordinal),
            answer => Assert.Contains("Jane Doe", answer, StringComparison.Ordinal),
            answer => Assert.Contains("2026", answer, StringComparison.Ordinal),
            answer => Assert.Contains("Jane Doe", answer, StringComparison.Ordinal));
    }

    private static void AssertIsInReadme(string block) => Assert.All(
        block.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        line => Assert.Contains(line.Trim(), Readme, StringComparison.Ordinal));

    private static string Indented(string block, int by) => string.Concat(block.Split('\n').Select(line => new string(' ', by) + line + "\n"));

    private async Task<CommandRun> RunsAsync(params string[] arguments)
    {
        var run = await CommandRun.Of([.. arguments, "--knowledge", folder.Path]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return run;
    }

    private void Append(string file, string text) => File.AppendAllText(folder.In(file), text);

    private void Replace(string file, string old, string @new)
    {
        var text = File.ReadAllText(folder.In(file));
        Assert.Equal(2, text.Split(old).Length);
        folder.Write(file, text.Replace(old, @new, StringComparison.Ordinal));
    }
}
