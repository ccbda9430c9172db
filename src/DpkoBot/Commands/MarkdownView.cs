using System.Text.RegularExpressions;
using Spectre.Console;

namespace DpkoBot.Commands;

/// <summary>Shows the Markdown of replies: paragraphs, "- " lists, bold, italics and links.</summary>
internal static partial class MarkdownView
{
    public static void WriteMarkdown(this IAnsiConsole console, string markdown)
    {
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                console.Write(Bullet(Inline(line[2..], console.Profile)));
            }
            else
            {
                console.Write(Inline(line, console.Profile));
                console.WriteLine();
            }
        }
    }

    /// <summary>A list's item, whose further lines start below its first word.</summary>
    private static Grid Bullet(Paragraph item) => new Grid()
        .AddColumn(new GridColumn().NoWrap().Padding(0, 0, 1, 0))
        .AddColumn(new GridColumn().Padding(0, 0, 0, 0))
        .AddRow(new Text("-"), item);

    private static Paragraph Inline(string line, Profile profile)
    {
        var paragraph = new Paragraph();
        Append(paragraph, line, new Style(), profile);
        return paragraph;
    }

    private static void Append(Paragraph paragraph, string text, Style style, Profile profile)
    {
        var position = 0;
        foreach (Match match in Markup().Matches(text))
        {
            paragraph.Append(text[position..match.Index], style);
            position = match.Index + match.Length;
            if (match.Groups["url"] is { Success: true } url)
            {
                AppendLink(paragraph, match.Groups["title"].Value, url.Value, style, profile);
            }
            else if (match.Groups["bold"] is { Success: true } bold)
            {
                Append(paragraph, bold.Value, style.Combine(new Style(decoration: Decoration.Bold)), profile);
            }
            else
            {
                Append(paragraph, match.Groups["italic"].Value, style.Combine(new Style(decoration: Decoration.Italic)), profile);
            }
        }

        paragraph.Append(text[position..], style);
    }

    private static void AppendLink(Paragraph paragraph, string title, string url, Style style, Profile profile)
    {
        if (profile.Capabilities.Ansi && profile.Capabilities.Links)
        {
            paragraph.Append(title, style.Combine(new Style(decoration: Decoration.Underline)), new Link(url));
        }
        else
        {
            paragraph.Append($"{title} ({url})", style);
        }
    }

    // An underscore or star inside a word, such as in a file's name, marks nothing.
    [GeneratedRegex(@"\*\*(?<bold>[^*]+)\*\*|(?<!\w)(?:\*(?<italic>[^*\s][^*]*)\*|_(?<italic>(?:[^_]|(?<=\w)_(?=\w))+)_)(?!\w)|\[(?<title>[^\]]+)\]\((?<url>https?://[^)\s]+)\)")]
    private static partial Regex Markup();
}
