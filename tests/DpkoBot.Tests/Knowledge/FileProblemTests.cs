using System.Text;
using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with files as files. Whatever it is, it is told; nothing is thrown.</summary>
public sealed class FileProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("no/such/folder")]
    [InlineData("facts/ontology.yaml")]
    public void No_folder(string path)
    {
        var problem = Assert.Single(KnowledgeLoader.Load(folder.PathOf(path)).Diagnostics);

        Assert.Contains("there is no such knowledge folder", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmallKnowledge.Ontology)]
    [InlineData(Sources)]
    public void A_file_without_which_nothing_can_be_read(string file) => folder
        .Without(file)
        .HasOneProblem(file, null, "the file is missing; the knowledge cannot be read without it");

    [Fact]
    public void Latin_1_is_told_with_the_line_where_it_first_shows() => folder
        .With(Background, Encoding.Latin1.GetBytes(folder.TextOf(Background) + "  - é bom\n"))
        .HasOneProblem(Background, "bom", "the file is not UTF-8 here", "encoding UTF-8");

    [Fact]
    public void UTF_16() => folder
        .With(Background, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(folder.TextOf(Background))])
        .HasOneProblem(Background, "#", "the file is not UTF-8 here");

    [Theory]
    [InlineData("")]
    [InlineData("# Only a comment.\n")]
    public void An_empty_file(string text) => folder
        .With(Background, text)
        .HasOneProblem(Background, null, "the file is empty; delete it or fill it");

    [Fact]
    public void A_file_of_ten_megabytes() => folder
        .With(Background, new byte[10 * 1024 * 1024])
        .HasOneProblem(Background, null, "the file has 10 MB; split it into files of at most 4 MB");

    [Fact]
    public void A_link_to_a_file_of_ten_megabytes()
    {
        folder.With("big", new byte[10 * 1024 * 1024]).Without(Background);
        File.CreateSymbolicLink(folder.PathOf(Background), folder.PathOf("big"));

        folder.HasOneProblem(Background, null, "the file has 10 MB");
    }

    [Fact]
    public void A_file_that_is_locked()
    {
        using var writer = new FileStream(folder.PathOf(Background), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        folder.HasOneProblem(Background, null, "this cannot be read", "not locked");
    }

    [Fact]
    public void A_file_that_may_not_be_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Whoever runs this may read everything.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.PathOf(Background), UnixFileMode.None);
        }

        folder.HasOneProblem(Background, null, "this cannot be read", "who may read it");
    }

    [Theory]
    [InlineData("gone.yaml")]
    [InlineData("background.yaml")]
    public void A_link_to_nothing_or_to_itself(string target)
    {
        folder.Without(Background);
        File.CreateSymbolicLink(folder.PathOf(Background), folder.PathOf("en/" + target));

        folder.HasOneProblem(Background, null, "this cannot be read");
    }

    [Fact]
    public void A_folder_that_links_back_to_where_it_is()
    {
        Directory.CreateSymbolicLink(folder.PathOf("facts/more"), folder.PathOf("facts"));

        folder.HasOneProblem("facts/more", null, "a link to a folder is not followed");
    }

    [Theory]
    [InlineData("facts/more.yml")]
    [InlineData("en/subjects/more.YAML")]
    public void A_file_that_would_not_be_read_because_of_its_name(string file) => folder
        .With(file, "subjects: {}\n")
        .HasOneProblem(file, null, "this file is not read; let its name end with .yaml");

    [Fact]
    public void A_file_beside_the_folders() => folder
        .With("offices.yaml", "subjects: {}\n")
        .HasOneProblem("offices.yaml", null, "the file is not read here; put it into facts/");

    [Theory]
    [InlineData("en/README.md")]
    [InlineData("en/.#background.yaml")]
    [InlineData("facts/..2024/department.yaml")]
    [InlineData(".git/config.yaml")]
    [InlineData("schema/facts.schema.json")]
    public void What_is_no_knowledge_is_left_alone(string file) => folder.With(file, "nonsense: [").LoadGood();

    [Fact]
    public void A_byte_order_mark_does_no_harm() => folder
        .With(Background, [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(folder.TextOf(Background))])
        .LoadGood();

    [Fact]
    public void Windows_line_ends_do_no_harm()
    {
        foreach (var (file, text) in Files)
        {
            folder.With(file, text.ReplaceLineEndings("\r\n"));
        }

        folder.LoadGood();
        folder.Replacing(Facts, "source: news", "source: new").HasOneProblem(Facts, "source: new", "did you mean `news`?");
    }

    [Fact]
    public void The_version_is_that_of_the_contents()
    {
        var version = folder.LoadGood().Version;

        Assert.Equal(version, folder.LoadGood().Version);
        Assert.NotEqual(version, folder.Replacing(Words, "like", "like, rain").LoadGood().Version);
    }

    [Fact]
    public void All_problems_of_all_files_are_told_at_once_in_order()
    {
        folder
            .Replacing(Facts, "source: news", "source: new")
            .Replacing(Facts, "as_of: 2018", "as_of: soon")
            .Replacing(Sources, "url:", "uri:")
            .Replacing(Sentences, "{office} a part of", "{division} a part of")
            .Replacing(Language, "  date_about: \"about {date}\"\n", "")
            .With(Background, "sentences: [\"a (b\"\n")
            .With(Words, "");

        // What the files want of each other is not told while some of them cannot be read: it would be wrong.
        Assert.Equal([Background, Language, Words, Facts, Facts, Sources], FilesWithProblems());

        folder.With(Background, Files[Background]).With(Words, Files[Words]);

        Assert.Equal([Language, Sentences, Facts, Facts, Sources], FilesWithProblems());
    }

    private IEnumerable<string> FilesWithProblems()
    {
        var problems = folder.Load().Diagnostics;
        Assert.Equal(problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line), problems);
        return problems.Select(p => p.File);
    }
}
