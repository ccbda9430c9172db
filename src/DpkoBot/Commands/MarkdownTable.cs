using System.CommandLine;
using System.Text;

namespace DpkoBot.Commands;

/// <summary>A table as pull requests and wikis show it.</summary>
internal static class MarkdownTable
{
    public static Option<bool> Option() => new("--markdown") { Description = "Writes Markdown, for a pull request or a wiki." };

    /// <summary>The lines of the table.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<string> columns, IEnumerable<IReadOnlyCollection<string>> rows) =>
    [
        Line(columns),
        Line([.. columns.Select(_ => "---")]),
        .. rows.Select(Line),
    ];

    public static string Code(string text) => text.Length == 0 ? "" : $"`{text.Replace('`', '\'')}`";

    private static string Line(IReadOnlyCollection<string> cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";

    /// <summary>A cell is one line, and what users wrote is no markup in it.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            cell.Append(letter switch { '\n' => "<br>", '|' => "\\|", '<' => "&lt;", _ => letter.ToString() });
        }

        return cell.ToString();
    }
}
