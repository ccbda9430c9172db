using DpkoBot.Commands;
using Spectre.Console.Testing;

namespace DpkoBot.Tests.Commands;

public class MarkdownViewTests
{
    [Theory]
    [InlineData("A **bold** and an _italic_ and an *italic* word.", "A bold and an italic and an italic word.")]
    [InlineData("_Source: [A page](https://example.org/a_b_c), 2018._", "Source: A page (https://example.org/a_b_c), 2018.")]
    [InlineData("snake_case_names and 2 * 3 * 4 stay", "snake_case_names and 2 * 3 * 4 stay")]
    [InlineData("[not a link] and [markup of Spectre[/]", "[not a link] and [markup of Spectre[/]")]
    public void Without_colors_it_is_plain_text(string markdown, string text)
    {
        using var console = new TestConsole().SupportsAnsi(false).Width(1000);

        console.WriteMarkdown(markdown);

        Assert.Equal(text + "\n", console.Output);
    }

    [Fact]
    public void A_lists_long_items_are_indented()
    {
        using var console = new TestConsole().Width(12);

        console.WriteMarkdown("- one two three");

        Assert.Equal(["- one two", "  three"], console.Lines.Select(line => line.TrimEnd()));
    }

    [Fact]
    public void A_terminal_shows_bold_in_bold()
    {
        using var console = new TestConsole().SupportsAnsi(true).EmitAnsiSequences();

        console.WriteMarkdown("**bold**");

        Assert.Contains("\e[1mbold", console.Output, StringComparison.Ordinal);
    }
}
