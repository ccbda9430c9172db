using System.Globalization;
using System.Text;
using CsCheck;
using DpkoBot.Core.Knowledge.Loading;
using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with the YAML: typing slips, and files that are made to do harm.</summary>
public sealed class YamlProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sentences: [one, two\n", "this is not valid YAML")]
    [InlineData("sentences: [one, two\nmore: three\n", "a bracket may not be closed")]
    [InlineData("sentences:\n  - \"one\n  - two\n", "does not end. Add the closing quote")]
    [InlineData("sentences: [one]\n more: two\n", "this is not valid YAML")]
    [InlineData("sentences:\n  - one\n - two\n", "this is not valid YAML")]
    [InlineData("sentences:\n  - one: two: three\n", "this is not valid YAML")]
    [InlineData("sentences:\n  - \"\\U99999999\"\n", "a \\ in double quotes")]
    [InlineData("sentences:\n  - \"\\q\"\n", "this is not valid YAML")]
    [InlineData("sentences:\n  - %one\n", "this is not valid YAML")]
    [InlineData("%YAML 9.9\n---\nsentences: []\n", "this is not valid YAML")]
    public void Broken_YAML(string text, string message)
    {
        var problem = Assert.Single(folder.With(Background, text).Load().Diagnostics);

        Assert.Equal(Background, problem.File);
        Assert.InRange(problem.Line, 1, text.Count(c => c == '\n') + 1);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tab_is_told_where_it_is() => folder
        .Adding(Synonyms, "  rest:\n\t\t- rest\n")
        .HasOneProblem(Synonyms, "\t", "tab", "Check the indentation (spaces, no tabs)");

    [Fact]
    public void A_key_that_stands_twice() => folder
        .Adding(Sources, "  page: { title: Again, date: 2018 }\n")
        .HasOneProblem(Sources, "Again", "the key `page` stands twice in the same place");

    [Theory]
    [InlineData("- what is the weather like\n")]
    [InlineData("what is the weather like\n")]
    [InlineData("---\nsentences: [a]\n---\nsentences: [b]\n")]
    [InlineData("---\n")]
    public void Something_else_than_one_mapping(string text)
    {
        var problem = Assert.Single(folder.With(Background, text).Load().Diagnostics);

        Assert.Equal((Background, 1), (problem.File, problem.Line));
        Assert.Contains("the file must be one mapping of keys to values", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sentences: *rain\n", "anchors and aliases have no place here; put a text that begins with & or * into quotes")]
    [InlineData("sentences: [&rain x]\n", "anchors and aliases have no place here")]
    [InlineData("sentences: &rain [*rain]\n", "anchors and aliases have no place here")]
    [InlineData("sentences: [!rain x]\n", "tags have no place here; put a text that begins with ! into quotes")]
    [InlineData("!!map\nsentences: [x]\n", "tags have no place here")]
    [InlineData("? [a, b]\n: c\nsentences: [x]\n", "a key of this file is not a word")]
    [InlineData("? { a: b }\n: c\nsentences: [x]\n", "a key of this file is not a word")]
    [InlineData("\"\": c\nsentences: [x]\n", "a key of this file is not a word")]
    public void YAML_that_knowledge_does_not_need(string text, string message) => folder
        .With(Background, text)
        .HasOneProblem(Background, text.Split('\n')[0], message);

    [Fact]
    public async Task Aliases_of_aliases_do_not_fill_the_memory()
    {
        var laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 30; i++)
        {
            laughs.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        laughs.Append("? *a29\n: lol\n");

        Assert.Contains("anchors and aliases", await ProblemOf(laughs.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public async Task Deep_nesting_does_not_exhaust_the_stack(string level) =>
        Assert.Contains("nests more than 32 deep", await ProblemOf("sentences:\n  " + string.Concat(Enumerable.Repeat(level, 300_000)) + "x"), StringComparison.Ordinal);

    [Theory]
    [InlineData("(")]
    [InlineData("[a ")]
    public async Task Deep_brackets_in_a_sentence_do_not_exhaust_the_stack(string level) =>
        Assert.Contains("its brackets nest more than 20 deep", await ProblemOf("sentences:\n  - \"" + string.Concat(Enumerable.Repeat(level, 300_000)) + "\""), StringComparison.Ordinal);

    [Fact]
    public void Whatever_bytes_a_file_holds_nothing_is_thrown() =>
        Gen.OneOf(
            Gen.Byte.Array[0, 200],
            Gen.String["ab:-[]{}()|&*!%?#'\",\\\n\t >~0"].Select(Encoding.UTF8.GetBytes))
        .Sample(bytes =>
        {
            var diagnostics = new DiagnosticBag();
            var map = YamlFile.Parse("x.yaml", bytes, diagnostics);
            return map is not null || diagnostics.Count > 0;
        });

    [Fact]
    public void Whatever_slips_into_a_good_file_nothing_is_thrown()
    {
        var files = Files.Keys.Order(StringComparer.Ordinal).ToArray();
        Gen.Select(Gen.OneOf(files), Gen.Int[0, 5_000], Gen.Int[0, 30], Gen.String[Gen.Char["a:-[]{}()|&*!?#'\",\\\n\t ~1"], 0, 8])
            .Sample(
                (file, place, length, slip) =>
                {
                    var start = place % Files[file].Length;
                    var text = Files[file].Remove(start, Math.Min(length, Files[file].Length - start)).Insert(start, slip);
                    var result = folder.With(file, text).Load();
                    folder.With(file, Files[file]);
                    return (result.Knowledge is null) == !result.Diagnostics.IsEmpty;
                },
                iter: 500,
                threads: 1);
    }

    private async Task<string> ProblemOf(string background)
    {
        folder.With(Background, background);
        var allocated = GC.GetTotalAllocatedBytes();
        var result = await Task.Run(folder.Load).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 500_000_000);
        return Assert.Single(result.Diagnostics).Message;
    }
}
