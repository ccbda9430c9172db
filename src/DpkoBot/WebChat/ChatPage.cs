using System.Net;
using System.Security.Cryptography;
using DpkoBot.DirectLine;

namespace DpkoBot.WebChat;

/// <summary>The chat page. It is filled in for each request, because its scripts and styles carry a nonce used once.</summary>
internal sealed class ChatPage(ChatAssets assets)
{
    // For the tags that Web Chat adds empty and fills by rule: what is hashed here is the empty text.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    private const string Chat = """
            <p id="status" class="notice" role="status" hidden></p>
            <div id="webchat"></div>
            <script src="{{webchat}}" nonce="{{nonce}}"></script>
            <script src="{{script}}" nonce="{{nonce}}" data-direct-line="{{directLine}}"></script>
        """;

    private const string NoChat = """
            <div class="notice">
              <p>The chat is not part of this build: Microsoft's Web Chat, which shows it, could not be fetched.</p>
              <p>Install <a href="https://nodejs.org">Node.js</a>, whose <code>npm</code> fetches it, then build and start DpkoBot again.</p>
            </div>
        """;

    private static readonly string Template = ReadTemplate();

    public IResult Show(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        context.Response.Headers.ContentSecurityPolicy = PolicyFor(nonce);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(Fill(context.Request.PathBase, nonce), "text/html; charset=utf-8");
    }

    private string Fill(PathString pathBase, string nonce)
    {
        var webchat = assets.Find("lib/webchat/webchat.js");
        return Template
            .Replace("{{chat}}", webchat is null ? NoChat : Chat, StringComparison.Ordinal)
            .Replace("{{webchat}}", Address(pathBase, webchat), StringComparison.Ordinal)
            .Replace("{{script}}", Address(pathBase, assets.Find("chat/chat.js")), StringComparison.Ordinal)
            .Replace("{{style}}", Address(pathBase, assets.Find("chat/chat.css")), StringComparison.Ordinal)
            .Replace("{{icon}}", Address(pathBase, assets.Find("chat/icon.svg")), StringComparison.Ordinal)
            .Replace("{{directLine}}", WebUtility.HtmlEncode(pathBase + DirectLineSetup.Path), StringComparison.Ordinal)
            .Replace("{{nonce}}", nonce, StringComparison.Ordinal);
    }

    private static string Address(PathString pathBase, string? asset) => WebUtility.HtmlEncode($"{pathBase}/{asset}");

    private static string PolicyFor(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}' {EmptyStyle}; connect-src 'self'; "
        + "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static string ReadTemplate()
    {
        using var stream = typeof(ChatPage).Assembly.GetManifestResourceStream("chat.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
