namespace DpkoBot.DirectLine;

/// <summary>The section <c>DirectLine</c> of the settings: the Direct Line service inside this host.</summary>
public sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    public const int ShortestSecret = 16;

    /// <summary>
    /// With it, a site's server asks for tokens, and for conversations of its choice. It must never be in a page. Empty: only
    /// pages get tokens.
    /// </summary>
    public string SiteSecret { get; set; } = "";

    /// <summary>The origins, such as <c>https://www.example.org</c>, whose pages may show the chat and use this service.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Whether messages with files are taken. The bot is told of their names and types; the files are not kept.</summary>
    public bool Uploads { get; set; }

    /// <summary>So many activities a conversation may send in a minute.</summary>
    public int MessagesPerMinute { get; set; } = 60;

    /// <summary>So many requests are taken with one token in a minute.</summary>
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>So many WebSockets may be open at once.</summary>
    public int MaxSockets { get; set; } = 10_000;

    /// <summary>Whether this is an origin and nothing more: scheme, host, and port where it is not the scheme's own.</summary>
    public static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && string.Equals(text, uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        && uri.UserInfo.Length == 0;
}
