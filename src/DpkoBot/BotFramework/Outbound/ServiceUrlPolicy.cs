using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework.Outbound;

/// <summary>
/// Decides to which connectors replies, and with them the bot's own token, may go. The service URL comes with the activity,
/// so that without a list anybody could have the bot post to any address that it can reach.
/// </summary>
public sealed class ServiceUrlPolicy(IOptions<BotFrameworkOptions> options, IHostEnvironment environment)
{
    private static readonly string[] ConnectorHosts =
    [
        "smba.trafficmanager.net",
        // Teams in the clouds of the US Government.
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    private static readonly string[] ConnectorDomains = [".botframework.com", ".botframework.azure.us"];

    public bool Allows(string serviceUrl) =>
        Read(serviceUrl) is { } url && (IsLocal(url) || IsConfigured(url) || IsConnector(url));

    /// <summary>Whether the Emulator, which may claim any service URL, can be answered there.</summary>
    public bool AllowsEmulator(string serviceUrl) => Read(serviceUrl) is { } url && (IsLocal(url) || IsConfigured(url));

    private static Uri? Read(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.UserInfo.Length == 0
            ? url
            : null;

    private bool IsLocal(Uri url) => url.IsLoopback && environment.IsDevelopment();

    private bool IsConfigured(Uri url) => options.Value.AllowedServiceHosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);

    private static bool IsConnector(Uri url) =>
        ConnectorHosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase)
        || ConnectorDomains.Any(domain => url.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
