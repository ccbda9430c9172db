namespace DpkoBot.WebChat;

/// <summary>Settings in the section <c>DirectLine</c> for a chat page that talks through Azure's Direct Line.</summary>
public sealed class AzureDirectLineOptions
{
    /// <summary>The secret of the bot's Direct Line channel in Azure. Empty: the page uses the Direct Line of this host.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Azure's Direct Line; some regions have one of their own, such as <c>https://europe.directline.botframework.com/v3/directline</c>.</summary>
    public string Endpoint { get; set; } = "https://directline.botframework.com/v3/directline";

    /// <summary>Whether a secret may be sent there: it is encrypted on its way, or stays on this machine.</summary>
    public bool HasSafeEndpoint =>
        Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.Query.Length == 0;
}
