using Microsoft.Extensions.Options;

namespace DpkoBot.DirectLine;

/// <summary>Tells the pages that may use this service from everybody else's, by headers that no page can set itself.</summary>
internal sealed class Origins(IOptions<DirectLineOptions> options)
{
    /// <summary>Whether a page sent this that may have a token for the asking.</summary>
    public bool SentByTrustedPage(HttpRequest request) => SentByOwnPage(request) || (OriginOf(request) is { } origin && IsConfigured(origin));

    /// <summary>Whether this came from no page at all, from one of this host's, or from one of a configured origin.</summary>
    public bool MaySend(HttpRequest request) =>
        OriginOf(request) is not { } origin || IsOwn(request, origin) || IsConfigured(origin);

    /// <summary>Whether a token that is bound to these origins may be used by the page that sent this.</summary>
    public static bool Match(HttpRequest request, IReadOnlyList<string>? origins) =>
        origins is null || OriginOf(request) is not { } origin || origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    public static bool SentByOwnPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site]
            ? site == "same-origin"
            // Browsers from before 2023 lack that header.
            : OriginOf(request) is { } origin && IsOwn(request, origin);

    private bool IsConfigured(string origin) => options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    // Only host and port are compared: behind a proxy that ends TLS, the scheme seen here is not the page's.
    private static bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && string.Equals(page.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);

    private static string? OriginOf(HttpRequest request) => request.Headers.Origin is [{ } origin] ? origin : null;

    // An Origin leaves the scheme's own port out, and so does Uri; the Host header may name it.
    private static string Authority(HttpRequest request) =>
        request.Host.Port is 80 or 443 ? request.Host.Host : request.Host.Value ?? "";
}
