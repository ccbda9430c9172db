using DpkoBot.Operations;

namespace DpkoBot.DirectLine;

/// <summary>Gives whatever goes wrong the shape that Direct Line's clients understand. Nothing is cached on the way.</summary>
internal sealed class FailureFilter(ILogger<FailureFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (BotFailedException exception)
        {
            Log.DirectLineBotFailed(logger, exception);
            return DirectLineErrors.BotFailed;
        }
        catch (UnwritableActivityException)
        {
            return DirectLineErrors.NotJson;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? DirectLineErrors.TooLarge : DirectLineErrors.NotJson;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            Log.DirectLineRequestFailed(logger, exception);
            return DirectLineErrors.ServiceFailed;
        }
    }
}
