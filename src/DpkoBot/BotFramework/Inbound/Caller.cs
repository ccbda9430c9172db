using System.Collections.Immutable;
using DpkoBot.Activities;

namespace DpkoBot.BotFramework.Inbound;

/// <summary>Who sent a request, as far as it was proven, and which activities may come from there.</summary>
public abstract record Caller
{
    /// <summary>Why the activity cannot come from this caller; null when it can.</summary>
    public abstract string? FaultOf(Activity activity);
}

/// <summary>Somebody who proved nothing, where the bot asks for no proof.</summary>
public sealed record UnknownCaller : Caller
{
    public override string? FaultOf(Activity activity) => null;
}

/// <summary>The Bot Framework, on behalf of a channel.</summary>
/// <param name="ServiceUrl">To which connector the token binds the replies.</param>
/// <param name="Endorsements">The channels for which the token's key may speak.</param>
public sealed record ChannelCaller(string? ServiceUrl, ImmutableArray<string> Endorsements) : Caller
{
    public override string? FaultOf(Activity activity) => activity switch
    {
        { ChannelId: null or "" } => "the activity has no channelId",
        _ when !Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal) => "the token's key is not endorsed for the activity's channel",
        _ when string.IsNullOrEmpty(ServiceUrl) => "the token has no serviceurl",
        _ when !ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) => "the token is for another serviceUrl than the activity's",
        _ => null,
    };
}

/// <summary>The Emulator in the hands of somebody who has the bot's own credentials.</summary>
/// <param name="MayReplyTo">The token names no connector, so replies go only where the operator said, or to this machine.</param>
public sealed record EmulatorCaller(Func<string, bool> MayReplyTo) : Caller
{
    public override string? FaultOf(Activity activity) => activity switch
    {
        { ChannelId: null or "" } => "the activity has no channelId",
        { ServiceUrl: { Length: > 0 } url } when !MayReplyTo(url) => "the Emulator's serviceUrl is neither on this machine, in Development, nor in BotFramework:AllowedServiceHosts",
        _ => null,
    };
}
