using System.Globalization;
using System.Text;
using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>Knowledge can grow far beyond what is in the folder today.</summary>
public sealed class TenThousandSubjectsTests : IDisposable
{
    private const int Subjects = 10_000;
    private const int SubjectsPerFile = 1_000;
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Ten_thousand_subjects_load()
    {
        var small = folder.LoadGood();
        Write();
        var start = TimeProvider.System.GetTimestamp();

        var knowledge = folder.LoadGood();

        TestContext.Current.SendDiagnosticMessage($"{Subjects} subjects loaded in {TimeProvider.System.GetElapsedTime(start).TotalMilliseconds:0} ms");
        Assert.Equal(Subjects + small.Subjects.Count, knowledge.Subjects.Count);
        Assert.Equal(Subjects + small.Languages["en"].Subjects.Count, knowledge.Languages["en"].Subjects.Count);
        Assert.Equal(Subjects + 2, knowledge.Subjects["dept"].Of("parts").Count());
        Assert.Equal(Subjects, knowledge.Subjects.Values.Count(s => s.Id.StartsWith("office-", StringComparison.Ordinal) && s.Has("part_of") && s.Has("established")));
    }

    [Fact]
    public async Task Ten_thousand_wrong_names_are_told_within_seconds()
    {
        Write();
        for (var file = 0; file < Subjects / SubjectsPerFile; file++)
        {
            folder.With($"en/subjects/offices{file}.yaml", folder.TextOf($"en/subjects/offices{file}.yaml").Replace("office-", "ofice-", StringComparison.Ordinal));
        }

        var result = await Task.Run(folder.Load).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(2 * Subjects, result.Diagnostics.Length);
    }

    private void Write()
    {
        var offices = Enumerable.Range(0, Subjects);
        foreach (var chunk in offices.Chunk(SubjectsPerFile))
        {
            var facts = new StringBuilder("subjects:\n");
            var wording = new StringBuilder("subjects:\n");
            foreach (var i in chunk)
            {
                facts.Append(CultureInfo.InvariantCulture, $"  office-{i}:\n    type: office\n    source: page\n    facts:\n      name: {{}}\n      purpose: {{}}\n      established: {{ value: {1900 + (i % 120)} }}\n");
                wording.Append(CultureInfo.InvariantCulture, $"  office-{i}:\n    name: Office Number {i}\n    acronym: ON{i}\n    aliases: [Number {i}, No. {i}]\n    texts:\n      purpose: counts to {i}\n");
            }

            folder.With($"facts/offices{chunk[0] / SubjectsPerFile}.yaml", facts.ToString());
            folder.With($"en/subjects/offices{chunk[0] / SubjectsPerFile}.yaml", wording.ToString());
        }

        folder.Replacing(Facts, "[police, military]", $"[police, military, {string.Join(", ", offices.Select(i => $"office-{i}"))}]");
    }
}
