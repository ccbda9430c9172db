using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DpkoBot.Operations.Health;

/// <summary>A host that is on its way down is not ready. The knowledge is loaded before the host listens, so any other is.</summary>
internal sealed class StoppingHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());
}
