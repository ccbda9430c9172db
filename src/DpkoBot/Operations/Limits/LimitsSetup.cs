using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DpkoBot.Operations.Limits;

internal static class LimitsSetup
{
    // Whoever opens a connection says soon what it is for.
    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(10);

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>()
            .BindConfiguration(LimitOptions.Section)
            .Validate(
                options => options.RequestsPerMinute is >= 1 and <= LimitOptions.Most,
                "Limits:RequestsPerMinute must be from 1 to 1000000: so many requests are taken from one address in a minute.")
            .Validate(
                options => options.Connections is >= 1 and <= LimitOptions.Most,
                "Limits:Connections must be from 1 to 1000000: so many connections may be open at once.")
            .ValidateOnStart();
        services.AddOptions<ProxyOptions>()
            .BindConfiguration(ProxyOptions.Section)
            .Validate(
                options => options.Trusted.All(ProxyOptions.IsNetwork),
                "Proxies:Trusted takes addresses such as 10.0.0.4 and networks such as 10.0.0.0/8.")
            .Validate(options => options.Hops is >= 1 and <= 20, "Proxies:Hops must be from 1 to 20: so many proxies a request passes at most.")
            .ValidateOnStart();
        services.TryAddSingleton<IWindowLimiters, MemoryWindowLimiters>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        // The server is made before the settings are checked, so a wrong one is passed over here and told by the check.
        services.AddOptions<KestrelServerOptions>().Configure<IConfiguration>((kestrel, configuration) =>
        {
            var connections = int.TryParse(configuration[$"{LimitOptions.Section}:{nameof(LimitOptions.Connections)}"], out var set) && set > 0
                ? set
                : new LimitOptions().Connections;
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = connections;
            kestrel.Limits.MaxConcurrentUpgradedConnections = connections;
            kestrel.Limits.RequestHeadersTimeout = HeadersTime;
        });
    }

    /// <summary>Takes the client's address and scheme from the proxies that the settings name, and from nobody else.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value;
        if (app.Configuration.GetValue<bool>("ForwardedHeaders_Enabled"))
        {
            Log.EveryProxyTrusted(app.Logger);
        }

        if (options.Trusted.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = options.Hops,
        };
        // By default, whatever runs on this machine is trusted.
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var text in options.Trusted)
        {
            ProxyOptions.TryRead(text, out var network);
            forwarded.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(forwarded);
    }
}
