using System.Collections.Concurrent;
using System.Text.Json;
using DpkoBot.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Activity = DpkoBot.Activities.Activity;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace DpkoBot.Tests.Support;

/// <summary>A channel's connector on this machine, which keeps what it gets and answers as it is told.</summary>
public sealed class RecordingConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> requests = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();
    private readonly WebApplication app;

    private RecordingConnector(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public IReadOnlyList<Received> Requests => [.. requests];

    public static async Task<RecordingConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new RecordingConnector(builder.Build());
        connector.app.Run(connector.TakeAsync);
        await connector.app.StartAsync(TestContext.Current.CancellationToken);
        return connector;
    }

    /// <summary>What it answers to the next request for which nothing was said yet; 201 when nothing is left.</summary>
    public RecordingConnector Answering(int status, string? retryAfter = null, string? location = null)
    {
        answers.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        return this;
    }

    public RecordingConnector Hanging()
    {
        answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        return this;
    }

    /// <summary>Closes the connection in the place of an answer.</summary>
    public RecordingConnector Closing()
    {
        answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    /// <summary>Answers 201 after a while.</summary>
    public RecordingConnector Lingering(TimeSpan time)
    {
        answers.Enqueue(async context =>
        {
            await Task.Delay(time, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
        });
        return this;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, ActivityJson.Default.Activity, context.RequestAborted);
        requests.Enqueue(new Received(
            context.Request.Method, target, context.Request.Headers["x-ms-conversation-id"].ToString(), context.Request.ContentType, activity!, Stopwatch.GetTimestamp(), context.Request.Headers.Authorization.ToString()));
        if (answers.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsync("""{"id":"1"}""", context.RequestAborted);
    }

    /// <summary>A request as it came over the wire.</summary>
    public sealed record Received(string Method, string Target, string ConversationHeader, string? ContentType, Activity Activity, long At, string Authorization);
}
