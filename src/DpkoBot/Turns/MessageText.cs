using System.Text.RegularExpressions;

namespace DpkoBot.Turns;

/// <summary>Fits a text to what a channel takes.</summary>
internal static partial class MessageText
{
    /// <summary>Leaves out the Markdown that replies use: bold and links.</summary>
    public static string ToPlain(string markdown) =>
        Link().Replace(markdown, "$1 ($2)").Replace("**", "", StringComparison.Ordinal);

    /// <summary>Cuts a long text into messages, between paragraphs, lines or words where there are any.</summary>
    public static IEnumerable<string> Split(string text, int maxLength)
    {
        while (text.Length > maxLength)
        {
            var end = BreakBefore(text, maxLength);
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }

        yield return text;
    }

    public static string Shorten(string title, int maxLength)
    {
        if (title.Length <= maxLength)
        {
            return title;
        }

        var space = title.LastIndexOf(' ', maxLength - 2);
        return title[..(space > 0 ? space : WholeCharacters(title, maxLength - 1))] + "…";
    }

    private static int BreakBefore(string text, int maxLength)
    {
        foreach (var separator in (ReadOnlySpan<string>)["\n\n", "\n", " "])
        {
            var index = text.AsSpan(0, maxLength + 1).LastIndexOf(separator);
            if (index > 0)
            {
                return index;
            }
        }

        return WholeCharacters(text, maxLength);
    }

    private static int WholeCharacters(string text, int length) =>
        char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
