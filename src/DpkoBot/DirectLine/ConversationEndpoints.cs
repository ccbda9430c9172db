using System.Globalization;
using DpkoBot.Activities;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DpkoBot.DirectLine;

internal static class ConversationEndpoints
{
    public static async Task<IResult> Start(
        HttpContext context, DirectLineTokens tokens, DirectLineConversations conversations, DirectLineTurns turns, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            return DirectLineErrors.TooLarge;
        }

        var start = body.IsEmpty ? new StartRequest() : RequestBody.Parse(body, DirectLineJson.Default.StartRequest);
        if (start is null)
        {
            return DirectLineErrors.NotJson;
        }

        var claims = context.Features.GetRequiredFeature<TokenClaims>();
        var (conversation, isNew) = conversations.FindOrStart(claims.ConversationId);
        if (isNew)
        {
            await turns.StartAsync(conversation, claims.UserId, start.Locale, cancellationToken);
        }

        return Grant(context.Request, tokens, claims, position: 0, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    public static IResult Reconnect(
        string conversationId, string? watermark, HttpContext context, DirectLineTokens tokens, DirectLineConversations conversations)
    {
        if (!Watermarks.TryRead(watermark, out var position))
        {
            return DirectLineErrors.BadWatermark;
        }

        return conversations.Find(conversationId) is null
            ? DirectLineErrors.NoConversation
            : Grant(context.Request, tokens, context.Features.GetRequiredFeature<TokenClaims>(), position, StatusCodes.Status200OK);
    }

    public static async Task<IResult> Post(
        string conversationId, HttpContext context, DirectLineConversations conversations, DirectLineTurns turns, CancellationToken cancellationToken)
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return DirectLineErrors.NoConversation;
        }

        if (await RequestBody.ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            return DirectLineErrors.TooLarge;
        }

        if (RequestBody.Parse(body, ActivityJson.Default.Activity) is not { } activity)
        {
            return DirectLineErrors.NotJson;
        }

        if (string.IsNullOrEmpty(activity.Type))
        {
            return DirectLineErrors.NoType;
        }

        var userId = context.Features.GetRequiredFeature<TokenClaims>().UserId;
        var id = await turns.PostAsync(conversation, activity, userId, cancellationToken);
        return TypedResults.Json(new ResourceResponse(id), DirectLineJson.Default.ResourceResponse);
    }

    public static IResult Poll(string conversationId, string? watermark, DirectLineConversations conversations)
    {
        if (!Watermarks.TryRead(watermark, out var position))
        {
            return DirectLineErrors.BadWatermark;
        }

        return conversations.Find(conversationId) is { } conversation
            ? TypedResults.Bytes(conversation.ReadAfter(position), "application/json; charset=utf-8")
            : DirectLineErrors.NoConversation;
    }

    private static JsonHttpResult<ConversationGrant> Grant(HttpRequest request, DirectLineTokens tokens, TokenClaims claims, long position, int status)
    {
        // A WebSocket takes no headers, so its token is part of the address; it is good for a minute and for nothing else.
        var scheme = request.IsHttps ? "wss" : "ws";
        var streamUrl = string.Create(CultureInfo.InvariantCulture,
            $"{scheme}://{request.Host}{request.PathBase}{DirectLineSetup.Path}/conversations/{claims.ConversationId}/stream?watermark={position}&t={tokens.Renew(claims, DirectLineTokens.Stream)}");
        var grant = new ConversationGrant(
            claims.ConversationId, tokens.Renew(claims), (int)DirectLineTokens.ChatLifetime.TotalSeconds, streamUrl, ReferenceGrammarId: claims.ConversationId);
        return TypedResults.Json(grant, DirectLineJson.Default.ConversationGrant, statusCode: status);
    }
}
