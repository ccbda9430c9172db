using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DpkoBot.Operations.Redis;

/// <summary>Says when Redis is away. The bot still answers, so it stays ready.</summary>
internal sealed class RedisHealth(RedisConnection redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await redis.PingAsync()).Came
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("away; questions are answered one by one, without what was said before");
}
