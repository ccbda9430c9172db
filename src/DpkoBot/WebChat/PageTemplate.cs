using System.Net;
using System.Security.Cryptography;

namespace DpkoBot.WebChat;

/// <summary>A page's markup, with places in double braces that are filled in for each request.</summary>
internal sealed class PageTemplate(string file)
{
    private readonly string markup = Read(file);

    public static string Read(string file)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Good for one response: a script or style that was smuggled into the page cannot know it.</summary>
    public static string NewNonce() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));

    /// <param name="values">What goes into each place; made safe for markup here.</param>
    public IResult Show(IEnumerable<KeyValuePair<string, string>> values)
    {
        var page = values.Aggregate(markup, (page, value) => page.Replace($"{{{{{value.Key}}}}}", WebUtility.HtmlEncode(value.Value), StringComparison.Ordinal));
        return TypedResults.Content(page, "text/html; charset=utf-8");
    }
}
