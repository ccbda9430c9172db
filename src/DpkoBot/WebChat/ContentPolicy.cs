using DpkoBot.DirectLine;
using Microsoft.Extensions.Options;

namespace DpkoBot.WebChat;

/// <summary>What the pages may load, ask and be shown in, as headers.</summary>
internal sealed class ContentPolicy(IOptions<DirectLineOptions> options, AzureDirectLine azure)
{
    // For the tags that Web Chat adds empty and fills by rule: what is hashed here is the empty text.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>The chat may be shown in frames of this host and of the configured origins, and asks nobody but its Direct Line.</summary>
    public void ForChat(HttpResponse response, string nonce) => Set(response, nonce, "img-src 'self' data: blob:; frame-ancestors "
        + string.Join(' ', (string[])["'self'", .. options.Value.AllowedOrigins]));

    /// <summary>The page that shows the embedding has the chat in a frame, and is itself in none.</summary>
    public void ForEmbedding(HttpResponse response, string nonce) => Set(response, nonce, "img-src 'self'; frame-src 'self'; frame-ancestors 'none'");

    private void Set(HttpResponse response, string nonce, string more)
    {
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}' {EmptyStyle}; "
            + $"connect-src {string.Join(' ', (string[])["'self'", .. azure.Sources])}; base-uri 'none'; form-action 'none'; {more}";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }
}
