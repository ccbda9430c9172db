using DpkoBot.Activities;
using DpkoBot.Turns;

namespace DpkoBot.Teams;

/// <summary>Stands between a front door and <see cref="TurnHandler"/> for activities of Teams.</summary>
public sealed class TeamsTurns(TurnHandler turns, MessageExtension extension, ThumbGiven? thumb = null)
{
    public async Task<TurnResult> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ChannelId != ChannelIds.Teams)
        {
            return await turns.HandleAsync(activity, cancellationToken);
        }

        if (activity.Type == ActivityTypes.Invoke && Answer(activity) is { } response)
        {
            await TakeThumbAsync(activity, response, cancellationToken);
            return new TurnResult([], response);
        }

        var result = await turns.HandleAsync(TeamsEvents.AsElsewhere(activity), cancellationToken);
        var asks = activity.Type == ActivityTypes.Message;
        return result with
        {
            Replies = [.. result.Replies.Select((reply, index) => TeamsLimits.Fit(asks && index == result.Replies.Length - 1 ? Feedback.AskFor(reply) : reply))],
        };
    }

    // Teams tells the message's own id, which it gave itself after the bot had sent it; the thumb is taken for the last answer.
    private async Task TakeThumbAsync(Activity invoke, InvokeResponse response, CancellationToken cancellationToken)
    {
        if (thumb is not null && response.Status == StatusCodes.Status200OK && Feedback.ReactionIn(invoke) is { } reaction)
        {
            foreach (var topic in await turns.LastTopicsAsync(invoke, cancellationToken))
            {
                thumb(topic, reaction);
            }
        }
    }

    /// <summary>Null for an invoke that is not of Teams alone.</summary>
    private InvokeResponse? Answer(Activity invoke) => invoke.Name switch
    {
        "composeExtension/query" => extension.Search(invoke),
        "message/submitAction" => Feedback.Take(invoke),
        _ => null,
    };
}
