using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DpkoBot.Operations.Telemetry;

/// <summary>OpenTelemetry: off, at no cost, until somebody says where to.</summary>
internal static class TelemetrySetup
{
    private const string MetricsPath = "/metrics";

    private static readonly string[] Meters =
    [
        BotMetrics.MeterName,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting",
        "System.Net.Http",
        "System.Runtime",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<BotMetrics>();
        var otlp = builder.Configuration[TelemetryOptions.OtlpEndpoint] is { Length: > 0 };
        var prometheus = IsPrometheusOn(builder.Configuration);
        if (!otlp && !prometheus)
        {
            return;
        }

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("dpkobot", serviceVersion: BotVersion.Number))
            .WithMetrics(metrics => AddMetrics(metrics, otlp, prometheus));
        if (otlp)
        {
            telemetry.WithTracing(AddTraces).WithLogging(logging => logging.AddOtlpExporter());
        }
    }

    public static void MapTelemetry(this WebApplication app)
    {
        if (IsPrometheusOn(app.Configuration))
        {
            app.MapPrometheusScrapingEndpoint(MetricsPath).DisableRateLimiting();
        }
    }

    // A value that is no truth value is told at the start, by the options.
    private static bool IsPrometheusOn(IConfiguration configuration) =>
        bool.TryParse(configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Prometheus)}"], out var on) && on;

    private static void AddMetrics(MeterProviderBuilder metrics, bool otlp, bool prometheus)
    {
        metrics.AddMeter(Meters);
        if (otlp)
        {
            metrics.AddOtlpExporter();
        }

        if (prometheus)
        {
            metrics.AddPrometheusExporter();
        }
    }

    // A path or an address can hold a conversation's id, and so a user's; the route says enough.
    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(BotTracing.SourceName)
        .AddAspNetCoreInstrumentation(options =>
        {
            options.Filter = context => !context.Request.Path.StartsWithSegments("/healthz") && context.Request.Path != MetricsPath;
            options.EnrichWithHttpRequest = (span, _) => span.SetTag("url.path", null).SetTag("url.query", null);
            options.EnrichWithHttpResponse = (span, _) => span.SetTag("url.path", null).SetTag("url.query", null);
        })
        .AddHttpClientInstrumentation(options => options.EnrichWithHttpRequestMessage = (span, request) =>
            span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority)))
        .AddOtlpExporter();
}
