using System.Text.RegularExpressions;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

/// <summary>An author starts a file with <c>new</c>, fills it in, and asks.</summary>
public sealed partial class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public NewCommandTests() => folder.CopyKnowledgeWithSchemas();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("office", "Night Watch Office")]
    [InlineData("mission", "United Nations Mission in Atlantis")]
    [InlineData("person", "José Ñandú")]
    [InlineData("document", "The \"Blue\" Report")]
    public async Task A_new_subject_with_a_source_has_no_problem_from_the_start(string type, string name)
    {
        var run = await New(type, name, "--source", "un-dpko-page");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("", await ProblemsAsync());
    }

    [Theory]
    [InlineData("office")]
    [InlineData("mission")]
    [InlineData("person")]
    [InlineData("figure")]
    public async Task Everything_that_a_comment_offers_is_valid_once_the_mark_is_taken_away(string type)
    {
        await New(type, "Something New", "--source", "un-dpko-page");

        foreach (var file in (string[])["facts/something-new.yaml", "en/subjects/something-new.yaml"])
        {
            var text = await TextOf(file);
            Assert.StartsWith("# yaml-language-server: $schema=../", text, StringComparison.Ordinal);
            Assert.Empty(await KnowledgeSchema.ValidateAsync(text));
            Assert.Empty(await KnowledgeSchema.ValidateAsync(OffLine().Replace(text, "$1$2")));
        }
    }

    [Fact]
    public async Task The_comments_tell_what_each_property_answers_and_where_others_are_written()
    {
        await New("office", "Night Watch Office");

        var facts = await TextOf("facts/night-watch-office.yaml");
        Assert.Contains("      # \"When was Night Watch Office", facts, StringComparison.Ordinal);
        Assert.Contains("      # established: { value: 1992-03-01 }\n", facts, StringComparison.Ordinal);
        Assert.Contains("      # head: { value: person-id, from: 2024-01 }\n", facts, StringComparison.Ordinal);
        Assert.Contains("`part_of` is not written here: it follows from `parts` of the department or office.", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("mandate_until", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_empty_is_asked_for_by_check_at_its_line()
    {
        await New("topic", "May I visit the headquarters?");

        var problems = await ProblemsAsync();
        Assert.Contains("facts/may-i-visit-the-headquarters.yaml:", problems, StringComparison.Ordinal);
        Assert.Contains("`source` of a subject (`may-i-visit-the-headquarters`) must be a text and not empty.", problems, StringComparison.Ordinal);
        Assert.Contains("`asks` of a topic (`may-i-visit-the-headquarters`) must be a text and not empty.", problems, StringComparison.Ordinal);
        Assert.Contains("`answer` of ", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("has no source", problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_is_filled_in_is_answered()
    {
        await New("topic", "Is there a canteen for (blue) helmets?", "--source", "un-dpko-page", "--id", "canteen");
        await Edit("en/topics/canteen.yaml", "    asks:\n", "    asks: \"whether there is a canteen\"\n");
        await Edit("en/topics/canteen.yaml", "      answer:\n", "      answer: \"Yes, in the basement.\"\n");

        Assert.Equal("", await ProblemsAsync());
        var asked = await CommandRun.Of("ask", "Is there a canteen for blue helmets?", "--knowledge", folder.Path);
        Assert.Contains("Yes, in the basement.", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_gets_a_file_whose_name_stands_empty()
    {
        using var small = new KnowledgeFolder();
        foreach (var (file, text) in SmallKnowledge.Files.Where(f => f.Key.StartsWith("en/", StringComparison.Ordinal)))
        {
            small.With(file.Replace("en/", "ar/", StringComparison.Ordinal), text);
        }

        Directory.CreateDirectory(small.PathOf("schema"));
        foreach (var schema in Directory.GetFiles(KnowledgeSchema.Folder))
        {
            File.Copy(schema, Path.Combine(small.PathOf("schema"), Path.GetFileName(schema)));
        }

        await CommandRun.Of("new", "office", "Archive", "--source", "page", "--knowledge", small.Path);

        small.HasOneProblem("ar/subjects/archive.yaml", "    name:", "`name` of the wording of a subject (`archive`) must be a text and not empty");
        Assert.Contains("    name: \"Archive\"\n", small.TextOf("en/subjects/archive.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("`ofice` is not a type in facts/ontology.yaml; did you mean `office`?", "ofice", "Archive")]
    [InlineData("There is a subject `oma` already", "office", "OMA")]
    [InlineData("`un-dpko-pag` is not in facts/sources.yaml; did you mean `un-dpko-page`?", "office", "Archive", "--source", "un-dpko-pag")]
    [InlineData("`My Archive` cannot be an id; use small letters", "office", "Archive", "--id", "My Archive")]
    [InlineData("No id can be made of \"档案馆\", which has no Latin letters; choose one with --id", "office", "档案馆")]
    [InlineData("The name is empty", "office", " ")]
    public async Task What_cannot_be_added_is_told_and_nothing_is_written(string message, params string[] arguments)
    {
        var before = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length;

        var run = await New(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten()
    {
        folder.Write("en/subjects/archive.yaml", "subjects: {}\n");

        var run = await New("office", "Archive");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("archive.yaml is already there; give the new one another --id", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.In("facts/archive.yaml")));
    }

    [Fact]
    public async Task It_works_while_other_files_are_still_broken()
    {
        folder.Write("facts/broken.yaml", "subjects:\n  - [unclosed\n");

        Assert.Equal(0, (await New("office", "Archive")).ExitCode);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var run = await CommandRun.Of("new", "office", "Archive", "--knowledge", "nowhere");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("nowhere: there is no such folder", run.Errors, StringComparison.Ordinal);
    }

    private Task<CommandRun> New(params string[] arguments) => CommandRun.Of(["new", .. arguments, "--knowledge", folder.Path]);

    private async Task<string> ProblemsAsync()
    {
        var check = await CommandRun.Of("check", "--knowledge", folder.Path);
        return check.ExitCode == 0 ? "" : check.Output;
    }

    private Task<string> TextOf(string file) => File.ReadAllTextAsync(folder.In(file), TestContext.Current.CancellationToken);

    private async Task Edit(string file, string old, string @new)
    {
        var text = await TextOf(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        folder.Write(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>A line that is switched off: "# key: value".</summary>
    [GeneratedRegex("^( *)# ( *[a-z_]+:( .*)?)$", RegexOptions.Multiline)]
    private static partial Regex OffLine();
}
