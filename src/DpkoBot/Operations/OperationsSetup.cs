using System.Text.Json.Serialization;
using DpkoBot.Operations.Health;
using DpkoBot.Operations.Limits;
using DpkoBot.Operations.Redis;
using DpkoBot.Operations.Reloading;
using DpkoBot.Operations.Telemetry;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpsPolicy;

namespace DpkoBot.Operations;

public static class OperationsSetup
{
    // A turn may take 15 seconds; what is under way when the host is told to stop is done before it stops.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.KeepFailedStartsShort();
        builder.AddTelemetry();
        builder.AddRedis();
        builder.Services.AddKnowledge();
        builder.Services.AddLimits();
        builder.Services.AddHealthChecks().AddCheck<StoppingHealth>("host");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = DrainTime);
        builder.Services.Configure<HstsOptions>(options => options.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddSystemd();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Detail ??= DetailOf(context.ProblemDetails.Status));
    }

    /// <summary>Errors of every kind become problem details, which never hold an exception's text.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
        if (!app.Environment.IsDevelopment())
        {
            // Said over https alone, and of no address of this machine.
            app.UseHsts();
        }
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => TypedResults.Text("live")).DisableRateLimiting();
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = HealthText.WriteAsync }).DisableRateLimiting();
        app.MapGet("/version", (KnowledgeInService knowledge) =>
            TypedResults.Json(new VersionAnswer(BotVersion.Number, BotVersion.Commit, knowledge.Version), OperationsJson.Default.VersionAnswer));
        app.MapTelemetry();
    }

    private static string? DetailOf(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be read.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take the request's method; the Allow header names those that it takes.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status429TooManyRequests => "Too many requests in too short a time. The Retry-After header says when to come again.",
        StatusCodes.Status500InternalServerError => "Something went wrong here. It was logged; please try again.",
        StatusCodes.Status501NotImplemented => "The bot does not handle this invoke.",
        _ => null,
    };
}

/// <summary>The answer to <c>GET /version</c>.</summary>
internal sealed record VersionAnswer(string Version, string Commit, string Knowledge);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VersionAnswer))]
internal sealed partial class OperationsJson : JsonSerializerContext;
