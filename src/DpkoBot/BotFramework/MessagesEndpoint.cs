using DpkoBot.Activities;
using DpkoBot.Operations;
using DpkoBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DpkoBot.BotFramework;

/// <summary>Takes the activities that channels post to <c>/api/messages</c>.</summary>
public sealed class MessagesEndpoint(
    InboundTrust trust, ActivityReader reader, ActivityChecks checks, TurnHandler turns, ReplyDelivery delivery, ILogger<MessagesEndpoint> logger)
{
    public async Task<IResult> PostAsync(HttpContext context)
    {
        if (!trust.Accepts())
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(new Refusal(StatusCodes.Status401Unauthorized, "The bot answers only callers who can prove who they are."));
        }

        var (activity, refusal) = await reader.ReadAsync(context.Request, context.RequestAborted);
        refusal ??= checks.FindFault(activity!);
        if (refusal is not null)
        {
            Log.RequestRefused(logger, refusal.Status, refusal.Sentence);
            return Problem(refusal);
        }

        return await AnswerAsync(activity!, context.RequestAborted);
    }

    private async Task<IResult> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        var result = await turns.HandleAsync(activity, cancellationToken);
        if (result.InvokeResponse is { } invokeResponse)
        {
            return Answer(invokeResponse);
        }

        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return TypedResults.Json(new ExpectedReplies(result.Replies), ActivityJson.Default.ExpectedReplies);
        }

        await delivery.DeliverAsync(result.Replies);
        return TypedResults.StatusCode(result.Replies.IsEmpty ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    private static IResult Answer(InvokeResponse response) => response.Body is { } body
        ? TypedResults.Text(body.GetRawText(), "application/json", statusCode: response.Status)
        : TypedResults.StatusCode(response.Status);

    private static ProblemHttpResult Problem(Refusal refusal) => TypedResults.Problem(refusal.Sentence, statusCode: refusal.Status);
}
