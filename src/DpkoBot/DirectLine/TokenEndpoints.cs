using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DpkoBot.DirectLine;

internal static class TokenEndpoints
{
    /// <summary>
    /// A token for a new conversation, for the pages of this host alone. A page that brings the token that it had, even
    /// one that has expired, gets its conversation back while that is remembered: so a chat survives a reload, and a
    /// night in which the laptop slept.
    /// </summary>
    public static IResult Generate(HttpRequest request, DirectLineTokens tokens, DirectLineConversations conversations)
    {
        if (!SameOrigin.Sent(request))
        {
            return DirectLineErrors.ForeignOrigin;
        }

        if (TokenFilter.TokenOf(request) is { } earlier
            && tokens.Read(earlier, DirectLineTokens.Chat).Claims is { } claims
            && conversations.Find(claims.ConversationId) is not null)
        {
            return Grant(claims.ConversationId, tokens.Renew(claims));
        }

        var token = tokens.IssueNew(out var conversationId);
        return Grant(conversationId, token);
    }

    public static IResult Refresh(HttpContext context, DirectLineTokens tokens)
    {
        var claims = context.Features.GetRequiredFeature<TokenClaims>();
        return Grant(claims.ConversationId, tokens.Renew(claims));
    }

    private static JsonHttpResult<TokenGrant> Grant(string conversationId, string token) => TypedResults.Json(
        new TokenGrant(conversationId, token, (int)DirectLineTokens.ChatLifetime.TotalSeconds), DirectLineJson.Default.TokenGrant);
}
