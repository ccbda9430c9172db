using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using DpkoBot.Operations.Limits;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace DpkoBot.DirectLine;

/// <summary>How many requests are taken with one token. A site's server, which has the secret, speaks for many.</summary>
internal sealed class TokenLimit(IWindowLimiters limiters, SiteSecret secret, IOptions<DirectLineOptions> options) : IRateLimiterPolicy<string>
{
    /// <summary>Null: what is done with a request that is refused is the same everywhere.</summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        TokenFilter.TokenOf(httpContext.Request) is { } token && !secret.Is(token)
            ? limiters.Partition("token:" + Hash(token), options.Value.RequestsPerMinute)
            : RateLimitPartition.GetNoLimiter("");

    public bool IsSite(HttpContext context) => TokenFilter.TokenOf(context.Request) is { } token && secret.Is(token);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16));
}
