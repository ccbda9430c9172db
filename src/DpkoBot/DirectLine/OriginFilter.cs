namespace DpkoBot.DirectLine;

/// <summary>
/// Refuses what a page of a foreign origin sends, even with a token that it came by. A browser would only keep the answer
/// from that page, and of a WebSocket not even that.
/// </summary>
internal sealed class OriginFilter(Origins origins) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        origins.MaySend(context.HttpContext.Request) ? await next(context) : DirectLineErrors.ForeignOrigin;
}
