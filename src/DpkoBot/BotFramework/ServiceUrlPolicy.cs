using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework;

/// <summary>
/// Decides to which connectors replies may go. The service URL comes with the activity, so that without a list anybody
/// could have the bot post to any address that it can reach.
/// </summary>
public sealed class ServiceUrlPolicy(IOptions<BotFrameworkOptions> options, IHostEnvironment environment)
{
    private static readonly string[] ConnectorHosts = ["smba.trafficmanager.net"];
    private static readonly string[] ConnectorDomains = [".botframework.com", ".botframework.azure.us"];

    public bool Allows(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.UserInfo.Length == 0
        && AllowsHost(url);

    private bool AllowsHost(Uri url) =>
        (url.IsLoopback && environment.IsDevelopment())
        || ConnectorHosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase)
        || ConnectorDomains.Any(domain => url.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
        || options.Value.AllowedServiceHosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);
}
