namespace DpkoBot.Operations;

public static class OperationsSetup
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.KeepFailedStartsShort();
        builder.Services.AddKnowledge();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Detail ??= DetailOf(context.ProblemDetails.Status));
    }

    /// <summary>Errors of every kind become problem details, which never hold an exception's text.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
    }

    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => TypedResults.Text("live"));
        // The knowledge is loaded before the host listens, so only a host that is on its way down is not ready.
        app.MapGet("/healthz/ready", (IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.IsCancellationRequested
            ? TypedResults.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Text("ready"));
    }

    private static string? DetailOf(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be read.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take the request's method; the Allow header names those that it takes.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status500InternalServerError => "Something went wrong here. It was logged; please try again.",
        StatusCodes.Status501NotImplemented => "The bot does not handle this invoke.",
        _ => null,
    };
}
