using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DpkoBot.DirectLine;

internal static class TokenEndpoints
{
    // They are part of the token, which goes with every request.
    private const int MostOrigins = 20;

    /// <summary>A token for a new conversation: for a server that has the site secret, or for a trusted page without one.</summary>
    public static async Task<IResult> Generate(
        HttpRequest request, Origins origins, SiteSecret secret, DirectLineTokens tokens, DirectLineConversations conversations, CancellationToken cancellationToken)
    {
        var presented = TokenFilter.TokenOf(request);
        if (presented is not null && secret.Is(presented))
        {
            return await GenerateForSiteAsync(request, tokens, cancellationToken);
        }

        return origins.SentByTrustedPage(request)
            ? GenerateForPage(presented, tokens, conversations)
            : DirectLineErrors.ForeignOrigin;
    }

    public static IResult Refresh(HttpContext context, DirectLineTokens tokens)
    {
        var caller = context.Features.GetRequiredFeature<Caller>();
        return caller.IsSite ? DirectLineErrors.SecretNeedsNoRefresh : Grant(tokens, caller);
    }

    private static async Task<IResult> GenerateForSiteAsync(HttpRequest request, DirectLineTokens tokens, CancellationToken cancellationToken)
    {
        var (asked, error) = await RequestBody.ReadAsync(request, DirectLineJson.Default.TokenRequest, new TokenRequest(), cancellationToken);
        if (asked is null)
        {
            return error!;
        }

        var userId = string.IsNullOrEmpty(asked.User?.Id) ? null : asked.User.Id;
        if (userId is not null && (!Caller.IsReserved(userId) || userId.Length > Caller.LongestUserId))
        {
            return DirectLineErrors.BadTokenUser;
        }

        if (asked.TrustedOrigins is { } listed && (listed.Count > MostOrigins || !listed.All(DirectLineOptions.IsOrigin)))
        {
            return DirectLineErrors.BadOrigins;
        }

        var trusted = asked.TrustedOrigins is { Count: > 0 } ? asked.TrustedOrigins : null;
        return Grant(tokens, new Caller(DirectLineTokens.NewConversationId(), userId, trusted));
    }

    // A page that brings the token that it had, even one that has expired, gets its conversation back while that is
    // remembered: so a chat survives a reload, and a night in which the laptop slept.
    private static JsonHttpResult<TokenGrant> GenerateForPage(string? earlier, DirectLineTokens tokens, DirectLineConversations conversations)
    {
        var caller = earlier is null ? null : tokens.Read(earlier, DirectLineTokens.Chat).Caller;
        return caller is { Origins: null } && conversations.Find(caller.ConversationId!) is not null
            ? Grant(tokens, caller)
            : Grant(tokens, new Caller(DirectLineTokens.NewConversationId(), Caller.NewUserId(), null));
    }

    private static JsonHttpResult<TokenGrant> Grant(DirectLineTokens tokens, Caller caller) => TypedResults.Json(
        new TokenGrant(caller.ConversationId!, tokens.Issue(caller), (int)DirectLineTokens.ChatLifetime.TotalSeconds),
        DirectLineJson.Default.TokenGrant);
}
