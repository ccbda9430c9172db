using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DpkoBot.Operations.Health;

/// <summary>
/// Writes how the host is, for people and for probes, which look at the status alone: the first line says whether it takes
/// traffic, and each further line what is wrong.
/// </summary>
internal static class HealthText
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var lines = report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => $"{entry.Key}: {entry.Value.Description}")
            .Prepend(report.Status == HealthStatus.Unhealthy ? "not ready" : "ready");
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', lines), context.RequestAborted);
    }
}
