using System.Globalization;
using System.Net;
using System.Text;

namespace DpkoBot.Authors;

/// <summary>Markup in which everything that is not of this program is made safe.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder html = new();

    /// <summary>Markup of our own.</summary>
    public HtmlText Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>Text of whatever origin.</summary>
    public HtmlText Text(string? text)
    {
        html.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    public HtmlText Text(int number) => Text(number.ToString(CultureInfo.InvariantCulture));

    public HtmlText Score(double score) => Text(score.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>A row of a table with a heading and a text; none where there is no text.</summary>
    public HtmlText Row(string heading, string? text) =>
        string.IsNullOrEmpty(text) ? this : Raw("<tr><th scope=\"row\">").Text(heading).Raw("</th><td dir=\"auto\">").Text(text).Raw("</td></tr>");

    public override string ToString() => html.ToString();
}
