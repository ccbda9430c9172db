using System.Globalization;
using System.Threading.RateLimiting;
using DpkoBot.Operations.Telemetry;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace DpkoBot.Operations.Limits;

/// <summary>How many requests are taken from one address, and what happens to one too many, whichever limit refuses it.</summary>
internal sealed class RateLimits(IOptions<LimitOptions> options, IWindowLimiters limiters, BotMetrics metrics, TimeProvider time) : IConfigureOptions<RateLimiterOptions>
{
    public void Configure(RateLimiterOptions rates)
    {
        rates.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        rates.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        rates.OnRejected = RefuseAsync;
    }

    private RateLimitPartition<string> Partition(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<NotCountedByAddress>()?.Applies(context) ?? false
            ? RateLimitPartition.GetNoLimiter("")
            : limiters.Partition("address:" + ClientAddress.Of(context), options.Value.RequestsPerMinute);

    private async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        metrics.RequestRejected();
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromMinutes(1);
        // As a date: of a number, Web Chat's client makes milliseconds, and without the header it fails to report 429.
        context.Response.Headers.RetryAfter = (time.GetUtcNow() + wait).ToString("R", CultureInfo.InvariantCulture);
        if (context.GetEndpoint()?.Metadata.GetMetadata<RefusalBody>() is { } body)
        {
            await body.WriteAsync(context);
        }
    }
}

/// <summary>Metadata of an endpoint that some of those who prove who they are use for many others, from few addresses.</summary>
/// <param name="Applies">Whether the request is from one of them.</param>
internal sealed record NotCountedByAddress(Func<HttpContext, bool> Applies);
