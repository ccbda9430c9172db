using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace DpkoBot.BotFramework.Outbound;

/// <summary>When a reply is sent again: where the connector asks for it, or was not reached at all.</summary>
internal static class ConnectorRetries
{
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, BotFrameworkOptions options)
    {
        var turn = TimeSpan.FromSeconds(options.TurnSeconds);
        pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                // A Retry-After takes the place of these delays. The turn's own time ends the whole.
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(IsWorthAnother(attempt.Outcome, turn)),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.AttemptSeconds));
    }

    // A connector that hangs may have taken the reply, and sending it again could show it twice: a timeout is final.
    private static bool IsWorthAnother(Outcome<HttpResponseMessage> outcome, TimeSpan turn) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } } => true,
        { Exception: BotTokenException { IsTransient: true } } => true,
        { Result: { } response } => IsTransient(response.StatusCode) && !AsksForMoreThan(turn, response),
        _ => false,
    };

    private static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.PreconditionFailed
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    private static bool AsksForMoreThan(TimeSpan turn, HttpResponseMessage response) => response.Headers.RetryAfter?.Delta > turn;
}
