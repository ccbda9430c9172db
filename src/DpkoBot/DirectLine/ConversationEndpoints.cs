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
        var (start, error) = await RequestBody.ReadAsync(context.Request, DirectLineJson.Default.StartRequest, new StartRequest(), cancellationToken);
        if (start is null)
        {
            return error!;
        }

        var caller = context.Features.GetRequiredFeature<Caller>();
        if (caller.UserId is null && start.User?.Id is { Length: > 0 } userId)
        {
            if (Caller.IsReserved(userId) || userId.Length > Caller.LongestUserId)
            {
                return DirectLineErrors.BadUser;
            }

            caller = caller with { UserId = userId };
        }

        // The secret is bound to no conversation: with it, each start is the start of a new one.
        caller = caller with { ConversationId = caller.ConversationId ?? DirectLineTokens.NewConversationId() };
        var (conversation, isNew) = conversations.FindOrStart(caller.ConversationId);
        if (isNew)
        {
            await turns.StartAsync(conversation, caller.UserId ?? Caller.NewUserId(), start.Locale, cancellationToken);
        }

        return Grant(context.Request, tokens, caller, position: 0, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    public static IResult Reconnect(
        string conversationId, string? watermark, HttpContext context, DirectLineTokens tokens, DirectLineConversations conversations)
    {
        if (!Watermarks.TryRead(watermark, out var position))
        {
            return DirectLineErrors.BadWatermark;
        }

        var caller = context.Features.GetRequiredFeature<Caller>() with { ConversationId = conversationId };
        return conversations.Find(conversationId) is null
            ? DirectLineErrors.NoConversation
            : Grant(context.Request, tokens, caller, position, StatusCodes.Status200OK);
    }

    public static async Task<IResult> Post(
        string conversationId, HttpContext context, DirectLineConversations conversations, DirectLineTurns turns, CancellationToken cancellationToken)
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return DirectLineErrors.NoConversation;
        }

        var (activity, error) = await RequestBody.ReadAsync(context.Request, ActivityJson.Default.Activity, whenEmpty: null, cancellationToken);
        return activity is null ? error! : await TakeAsync(activity, conversation, context, conversations, turns, cancellationToken);
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

    /// <summary>Brings an activity before the bot, from whoever the token says, or else the activity.</summary>
    internal static async Task<IResult> TakeAsync(
        Activity activity, DirectLineConversation conversation, HttpContext context, DirectLineConversations conversations, DirectLineTurns turns,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activity.Type))
        {
            return DirectLineErrors.NoType;
        }

        var caller = context.Features.GetRequiredFeature<Caller>();
        var userId = caller.UserId ?? activity.From?.Id;
        if (string.IsNullOrEmpty(userId))
        {
            return DirectLineErrors.NoUser;
        }

        if (caller is { IsSite: false, UserId: null } && Caller.IsReserved(userId))
        {
            return DirectLineErrors.BadUser;
        }

        if (conversation.WaitForAnother() is { Ticks: > 0 } wait)
        {
            // As a date: of a number, Web Chat's client makes milliseconds, and without the header it fails to report 429.
            var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            context.Response.Headers.RetryAfter = (now + wait).ToString("R", CultureInfo.InvariantCulture);
            return DirectLineErrors.TooMany;
        }

        var id = await turns.PostAsync(conversation, activity, userId, cancellationToken);
        if (activity.Type == ActivityTypes.DeleteUserData)
        {
            conversations.Remove(conversation);
        }

        return TypedResults.Json(new ResourceResponse(id), DirectLineJson.Default.ResourceResponse);
    }

    private static JsonHttpResult<ConversationGrant> Grant(HttpRequest request, DirectLineTokens tokens, Caller caller, long position, int status)
    {
        // A WebSocket takes no headers, so its token is part of the address; it is good for a minute and for nothing else.
        var scheme = request.IsHttps ? "wss" : "ws";
        var streamUrl = string.Create(CultureInfo.InvariantCulture,
            $"{scheme}://{request.Host}{request.PathBase}{DirectLineSetup.Path}/conversations/{caller.ConversationId}/stream?watermark={position}&t={tokens.Issue(caller, DirectLineTokens.Stream)}");
        var grant = new ConversationGrant(
            caller.ConversationId!, tokens.Issue(caller), (int)DirectLineTokens.ChatLifetime.TotalSeconds, streamUrl, ReferenceGrammarId: caller.ConversationId!);
        return TypedResults.Json(grant, DirectLineJson.Default.ConversationGrant, statusCode: status);
    }
}
