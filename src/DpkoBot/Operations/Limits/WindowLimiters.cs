using System.Threading.RateLimiting;

namespace DpkoBot.Operations.Limits;

/// <summary>Counts requests in windows of a minute: in this process, or in all that share a Redis.</summary>
internal interface IWindowLimiters
{
    /// <summary>The requests that count together.</summary>
    /// <param name="key">What they have in common.</param>
    /// <param name="permits">So many are let through in a minute.</param>
    RateLimitPartition<string> Partition(string key, int permits);
}

/// <summary>Counts in memory.</summary>
internal sealed class MemoryWindowLimiters : IWindowLimiters
{
    public static FixedWindowRateLimiterOptions Window(int permits) =>
        new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    public RateLimitPartition<string> Partition(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(key, _ => Window(permits));
}
