using DpkoBot.Activities;
using DpkoBot.Turns;

namespace DpkoBot.Teams;

/// <summary>Stands between a front door and <see cref="TurnHandler"/> for activities of Teams.</summary>
public sealed class TeamsTurns(TurnHandler turns, MessageExtension extension)
{
    public async Task<TurnResult> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ChannelId != ChannelIds.Teams)
        {
            return await turns.HandleAsync(activity, cancellationToken);
        }

        if (activity.Type == ActivityTypes.Invoke && Answer(activity) is { } response)
        {
            return new TurnResult([], response);
        }

        var result = await turns.HandleAsync(TeamsEvents.AsElsewhere(activity), cancellationToken);
        var asks = activity.Type == ActivityTypes.Message;
        return result with
        {
            Replies = [.. result.Replies.Select((reply, index) => TeamsLimits.Fit(asks && index == result.Replies.Length - 1 ? Feedback.AskFor(reply) : reply))],
        };
    }

    /// <summary>Null for an invoke that is not of Teams alone.</summary>
    private InvokeResponse? Answer(Activity invoke) => invoke.Name switch
    {
        "composeExtension/query" => extension.Search(invoke),
        "message/submitAction" => Feedback.Take(invoke),
        _ => null,
    };
}
