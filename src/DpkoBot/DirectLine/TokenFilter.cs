namespace DpkoBot.DirectLine;

/// <summary>Lets nobody pass without a valid token, and nobody into another conversation than the token's.</summary>
internal sealed class TokenFilter(DirectLineTokens tokens) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (TokenOf(request) is not { } token)
        {
            context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return DirectLineErrors.NoToken;
        }

        var reading = tokens.Read(token, DirectLineTokens.Chat);
        if (reading.State != TokenState.Valid)
        {
            return Refusal(reading.State);
        }

        if (request.RouteValues.TryGetValue("conversationId", out var id) && !Equals(id, reading.Claims!.ConversationId))
        {
            return DirectLineErrors.NoConversation;
        }

        context.HttpContext.Features.Set(reading.Claims);
        return await next(context);
    }

    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;

    public static IResult Refusal(TokenState state) =>
        state == TokenState.Expired ? DirectLineErrors.TokenExpired : DirectLineErrors.BadToken;
}
