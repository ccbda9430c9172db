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
        var host = $"{context.Request.Scheme}://{context.Request.Host}";
        return Whole.Show(new Dictionary<string, string>
        {
            ["nonce"] = nonce,
            ["embed"] = $"{host}{pathBase}/embed.js",
            ["host"] = host,
            ["icon"] = assets.Address(pathBase, "chat/icon.svg"),
            ["style"] = assets.Address(pathBase, "embed/page.css"),
            ["script"] = assets.Address(pathBase, "embed/page.js"),
        });
    }
}
