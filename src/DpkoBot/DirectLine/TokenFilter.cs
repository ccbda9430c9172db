namespace DpkoBot.DirectLine;

/// <summary>Lets nobody pass without a valid token or the site secret, and nobody into another conversation than the token's.</summary>
internal sealed class TokenFilter(DirectLineTokens tokens, SiteSecret secret) : IEndpointFilter
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

        var reading = secret.Is(token) ? new TokenReading(TokenState.Valid, Caller.Site) : tokens.Read(token, DirectLineTokens.Chat);
        if (reading.State != TokenState.Valid)
        {
            return Refusal(reading.State);
        }

        var caller = reading.Caller!;
        if (!Origins.Match(request, caller.Origins))
        {
            return DirectLineErrors.UntrustedOrigin;
        }

        if (!caller.IsSite && request.RouteValues.TryGetValue("conversationId", out var id) && !Equals(id, caller.ConversationId))
        {
            return DirectLineErrors.NoConversation;
        }

        context.HttpContext.Features.Set(caller);
        return await next(context);
    }

    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;

    public static IResult Refusal(TokenState state) =>
        state == TokenState.Expired ? DirectLineErrors.TokenExpired : DirectLineErrors.BadToken;
}
