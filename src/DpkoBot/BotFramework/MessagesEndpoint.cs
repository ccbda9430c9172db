using DpkoBot.Activities;
using DpkoBot.BotFramework.Inbound;
using DpkoBot.BotFramework.Outbound;
using DpkoBot.Operations;
using DpkoBot.Turns;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework;

/// <summary>Takes the activities that channels post to <c>/api/messages</c>, once it is known who sends them.</summary>
public sealed class MessagesEndpoint(
    ActivityReader reader,
    ActivityChecks checks,
    HandleTurn turn,
    ConversationOrder order,
    ReplyDelivery delivery,
    IOptions<BotFrameworkOptions> options,
    TimeProvider time,
    ILogger<MessagesEndpoint> logger)
{
    public async Task<IResult> PostAsync(HttpContext context)
    {
        var (activity, refusal) = await reader.ReadAsync(context.Request, context.RequestAborted);
        if (refusal is null && context.Features.GetRequiredFeature<Caller>().FaultOf(activity!) is { } fault)
        {
            Log.RequestRefused(logger, StatusCodes.Status401Unauthorized, fault);
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Refusal.OfStranger.ToResult();
        }

        refusal ??= checks.FindFault(activity!);
        if (refusal is not null)
        {
            Log.RequestRefused(logger, refusal.Status, refusal.Sentence);
            return refusal.ToResult();
        }

        return activity!.Type == ActivityTypes.Invoke || activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? await AnswerInlineAsync(activity, context.RequestAborted)
            : await AnswerThroughConnectorAsync(activity);
    }

    private async Task<IResult> AnswerInlineAsync(Activity activity, CancellationToken cancellationToken)
    {
        var result = await turn(activity, cancellationToken);
        return result.InvokeResponse is { } invokeResponse
            ? Answer(invokeResponse)
            : TypedResults.Json(new ExpectedReplies(result.Replies), ActivityJson.Default.ExpectedReplies);
    }

    // Without regard to whether the caller is still there: one who hung up would send the activity again, which would then
    // count as answered.
    private async Task<IResult> AnswerThroughConnectorAsync(Activity activity)
    {
        using var turnsTime = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TurnSeconds), time);
        try
        {
            using var place = await order.EnterAsync(ConversationKey.Of(activity), turnsTime.Token);
            var result = await turn(activity, turnsTime.Token);
            await delivery.DeliverAsync(result.Replies, turnsTime.Token);
            return TypedResults.StatusCode(result.Replies.IsEmpty ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
        }
        catch (OperationCanceledException) when (turnsTime.IsCancellationRequested)
        {
            Log.ActivityNotReached(logger);
            return new Refusal(StatusCodes.Status503ServiceUnavailable, "The bot is still at what came before in this conversation.").ToResult();
        }
    }

    private static IResult Answer(InvokeResponse response) => response.Body is { } body
        ? TypedResults.Text(body.GetRawText(), "application/json", statusCode: response.Status)
        : TypedResults.StatusCode(response.Status);
}
