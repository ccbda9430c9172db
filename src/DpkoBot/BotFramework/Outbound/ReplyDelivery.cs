using System.Collections.Immutable;
using DpkoBot.Activities;
using DpkoBot.Operations;
using DpkoBot.Operations.Telemetry;
using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework.Outbound;

/// <summary>Delivers a turn's replies through the connector, strictly in their order.</summary>
public sealed class ReplyDelivery(
    ConnectorClient connector, IOptions<BotFrameworkOptions> options, BotMetrics metrics, TimeProvider time, ILogger<ReplyDelivery> logger)
{
    /// <summary>
    /// Delivers what can be delivered. The channel cannot mend a reply that its own connector does not take, so a lost
    /// one is logged and no error. A caller who hangs up does not end the delivery: it would send the activity again,
    /// which would then count as answered.
    /// </summary>
    /// <param name="replies">The replies.</param>
    /// <param name="turnsTime">Canceled when the turn's time is over.</param>
    public async Task DeliverAsync(ImmutableArray<Activity> replies, CancellationToken turnsTime)
    {
        for (var index = 0; index < replies.Length; index++)
        {
            if (await DeliverAsync(replies[index], turnsTime) is { } reason)
            {
                // What follows a lost reply would stand without it.
                metrics.RepliesLost(replies.Length - index);
                Log.RepliesLost(logger, replies.Length - index, reason);
                return;
            }
        }
    }

    private async Task<string?> DeliverAsync(Activity reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case { Type: ActivityTypes.Trace, ChannelId: not ChannelIds.Emulator }:
                return null;
            case { Type: ActivityTypes.Delay }:
                await PauseAsync(reply, cancellationToken);
                return null;
            default:
                return await connector.SendAsync(reply, cancellationToken);
        }
    }

    private async Task PauseAsync(Activity delay, CancellationToken cancellationToken)
    {
        var milliseconds = delay.Value is { ValueKind: System.Text.Json.JsonValueKind.Number } value ? value.GetDouble() : 0;
        var pause = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, options.Value.TurnSeconds * 1000.0));
        await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
