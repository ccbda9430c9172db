using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using DpkoBot.Operations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework.Inbound;

/// <summary>ASP.NET Core's authentication for <c>/api/messages</c>. Who called is then the request's <see cref="Caller"/> feature.</summary>
public sealed class BotFrameworkAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IOptions<BotIdentityOptions> identity,
    UnauthenticatedRequests unauthenticatedRequests,
    TokenValidator tokens,
    ILogger<MessagesEndpoint> requests)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "BotFramework";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!identity.Value.HasAppId)
        {
            return unauthenticatedRequests.AreAccepted() ? Success(new UnknownCaller()) : AuthenticateResult.NoResult();
        }

        if (BearerToken(out var fault) is not { } token)
        {
            return Fail(fault);
        }

        (var caller, fault) = await tokens.ValidateAsync(token, Context.RequestAborted);
        return caller is null ? Fail(fault) : Success(caller);
    }

    /// <summary>401 whatever was wrong, in one sentence: who forges tokens is not told how far they came.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Refusal.OfStranger.ToResult().ExecuteAsync(Context);
    }

    private string? BearerToken(out string fault)
    {
        var headers = Request.Headers.Authorization;
        fault = headers.Count == 0 ? "it has no Authorization header" : "its Authorization header is not one bearer token";
        return headers.Count == 1
            && AuthenticationHeaderValue.TryParse(headers[0], out var header)
            && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrEmpty(header.Parameter)
            ? header.Parameter
            : null;
    }

    private AuthenticateResult Success(Caller caller)
    {
        Context.Features.Set(caller);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(SchemeName)), SchemeName));
    }

    private AuthenticateResult Fail(string? fault)
    {
        var reason = fault ?? "its token is not accepted";
        Log.RequestRefused(requests, StatusCodes.Status401Unauthorized, reason);
        return AuthenticateResult.Fail(reason);
    }
}
