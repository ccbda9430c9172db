using System.Text;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace DpkoBot.Commands.Exchange;

/// <summary>Answers that a portal's editor wrote as HTML, as the Markdown that the bot speaks.</summary>
internal static partial class HtmlAnswer
{
    /// <summary>Whether there is a tag in it; "&lt;your name&gt;" is none.</summary>
    public static bool IsHtml(string answer) => Tag.IsMatch(answer);

    public static string ToMarkdown(string html)
    {
        var document = new HtmlDocument();
        document.LoadHtml(html);
        var markdown = new StringBuilder();
        Write(document.DocumentNode, markdown);
        return ManyLines.Replace(Spaces.Replace(markdown.ToString(), "\n"), "\n\n").Trim();
    }

    private static void Write(HtmlNode node, StringBuilder markdown)
    {
        switch (node.Name)
        {
            case "#text":
                markdown.Append(Blank.Replace(HtmlEntity.DeEntitize(node.InnerText), " "));
                break;
            case "#comment" or "script" or "style":
                break;
            case "br":
                markdown.Append('\n');
                break;
            case "b" or "strong":
                Between("**", "**");
                break;
            case "i" or "em":
                Between("*", "*");
                break;
            case "li":
                Between("\n- ", "");
                break;
            case "a" when Uri.TryCreate(HtmlEntity.DeEntitize(node.GetAttributeValue("href", "")), UriKind.Absolute, out var url) && url.Scheme is "https" or "http":
                Between("[", $"]({url.AbsoluteUri})");
                break;
            case "p" or "div" or "ul" or "ol" or "table" or "tr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Between("\n\n", "\n\n");
                break;
            default:
                Between("", "");
                break;
        }

        void Between(string before, string after)
        {
            markdown.Append(before);
            foreach (var child in node.ChildNodes)
            {
                Write(child, markdown);
            }

            markdown.Append(after);
        }
    }

    [GeneratedRegex(@"</?(?:p|br|div|span|ul|ol|li|b|strong|i|em|a|h[1-6]|table|tr|td|img)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank { get; }

    [GeneratedRegex(@"[ \t]*\n[ \t]*")]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLines { get; }
}
