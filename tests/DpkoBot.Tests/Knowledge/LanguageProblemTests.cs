using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with a language's folder and its rules.</summary>
public sealed class LanguageProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_language_folder()
    {
        Directory.Delete(folder.PathOf("en"), recursive: true);

        folder.HasOneProblem(".", null, "there is no language folder such as en/");
    }

    [Fact]
    public void No_language_file() => folder
        .Without(Language)
        .HasOneProblem(Language, null, "the file is missing; each language needs one");

    [Fact]
    public void A_language_folder_with_nothing_but_a_file_that_does_not_belong_there() => folder
        .With("fr/greetings.yaml", "bonjour: salut\n")
        .HasProblem("fr/greetings.yaml", "bonjour", "a file of this name has no place in fr/", "known are language.yaml, conversation.yaml");

    [Fact]
    public void One_language_in_two_spellings()
    {
        folder.With("EN/language.yaml", folder.TextOf(Language));
        Assert.SkipWhen(Directory.GetDirectories(folder.Path).Length == 2, "The file system does not tell EN from en.");

        folder.HasProblem("en", null, "en/ and EN/ are the same language");
    }

    [Fact]
    public void A_phrase_that_is_missing() => folder
        .Replacing(Language, "  date_month: \"{month} {year}\"\n", "")
        .HasOneProblem(Language, "phrases:", "the phrase `date_month` is missing");

    [Fact]
    public void A_phrase_that_the_bot_does_not_use() => folder
        .Replacing(Language, "  clarify: ", "  clarification: What?\n  clarify: ")
        .HasOneProblem(Language, "phrases:", "`clarification` is not a phrase that the bot uses");

    [Fact]
    public void No_phrases_at_all() => folder
        .With(Language, folder.TextOf(Language).Split("phrases:")[0])
        .HasProblem(Language, "name: English", "this file lacks `phrases`");

    [Fact]
    public void A_year_of_eleven_months() => folder
        .Replacing(Language, "January, February", "January")
        .HasOneProblem(Language, "months:", "`months` must name the twelve months; it names 11");

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("EN", "en")]
    [InlineData("fr", "fr")]
    [InlineData("fr-CA", "fr")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("PT-br", "pt-BR")]
    [InlineData("pt", "en")]
    [InlineData("xx", "en")]
    [InlineData("", "en")]
    [InlineData("-", "en")]
    [InlineData(null, "en")]
    public void A_locale_gets_its_own_language_or_the_nearest_or_English(string? locale, string tag)
    {
        AddLanguage("fr");
        AddLanguage("pt-BR");

        Assert.Equal(tag, folder.LoadGood().LanguageFor(locale).Tag);
    }

    [Fact]
    public void Without_English_a_locale_gets_a_language_all_the_same()
    {
        Directory.Move(folder.PathOf("en"), folder.PathOf("fr"));

        Assert.Equal("fr", folder.LoadGood().LanguageFor("de").Tag);
    }

    private void AddLanguage(string tag)
    {
        foreach (var (file, text) in Files.Where(f => f.Key.StartsWith("en/", StringComparison.Ordinal)))
        {
            folder.With(tag + file[2..], text);
        }
    }
}
