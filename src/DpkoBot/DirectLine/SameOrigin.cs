namespace DpkoBot.DirectLine;

/// <summary>Tells the pages of this host from everybody else's, by headers that no page can set itself.</summary>
internal static class SameOrigin
{
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
        {
            return site == "same-origin";
        }

        // Browsers from before 2023 lack that header. Only host and port are compared: behind a proxy that ends TLS, the
        // scheme seen here is not the page's.
        return request.Headers.Origin is [{ } origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && string.Equals(page.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);
    }

    // An Origin leaves the scheme's own port out, and so does Uri; the Host header may name it.
    private static string Authority(HttpRequest request) =>
        request.Host.Port is 80 or 443 ? request.Host.Host : request.Host.Value ?? "";
}
