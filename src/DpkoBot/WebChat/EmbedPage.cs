namespace DpkoBot.WebChat;

/// <summary>Shows a site's owner the embedded chat, and gives the line to paste.</summary>
internal sealed class EmbedPage(ChatAssets assets, ContentPolicy policy)
{
    private static readonly PageTemplate Whole = new("embed.html");

    public IResult Show(HttpContext context)
    {
        var nonce = PageTemplate.NewNonce();
        policy.ForEmbedding(context.Response, nonce);
        var pathBase = context.Request.PathBase;
        string Address(string file) => $"{pathBase}/{assets.Find(file)}";
        return TypedResults.Content(
            Whole.Fill(new Dictionary<string, string>
            {
                ["nonce"] = nonce,
                ["embed"] = $"{context.Request.Scheme}://{context.Request.Host}{pathBase}/embed.js",
                ["host"] = $"{context.Request.Scheme}://{context.Request.Host}",
                ["icon"] = Address("chat/icon.svg"),
                ["style"] = Address("embed/page.css"),
                ["script"] = Address("embed/page.js"),
            }),
            "text/html; charset=utf-8");
    }
}
