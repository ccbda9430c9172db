namespace DpkoBot.Operations.Telemetry;

/// <summary>The section <c>Telemetry</c> of the settings. OTLP has OpenTelemetry's own, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and the rest.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Whether <c>/metrics</c> tells the metrics to everybody who can reach it, in the format of Prometheus.</summary>
    public bool Prometheus { get; set; }
}
