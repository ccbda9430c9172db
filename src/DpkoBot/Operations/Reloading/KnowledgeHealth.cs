using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DpkoBot.Operations.Reloading;

/// <summary>Says where the knowledge that answers is not the one in the files. The bot still answers, so it stays ready.</summary>
internal sealed class KnowledgeHealth(KnowledgeInService knowledge) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(knowledge.Problems.IsEmpty
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"the changed files are not right and are not used (problems: {knowledge.Problems.Length}, see the log); version {knowledge.Version} stays in service"));
}
