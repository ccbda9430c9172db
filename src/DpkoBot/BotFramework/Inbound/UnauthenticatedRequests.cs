using DpkoBot.Operations;
using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework.Inbound;

/// <summary>Decides whether a bot without an app id, to which nobody can prove who they are, answers at all.</summary>
public sealed class UnauthenticatedRequests(IOptions<BotIdentityOptions> options, IHostEnvironment environment, ILogger<UnauthenticatedRequests> logger)
{
    public bool AreAccepted()
    {
        if (environment.IsDevelopment() || options.Value.DangerouslyAllowUnauthenticatedRequests)
        {
            return true;
        }

        Log.UnauthenticatedRequestRefused(logger);
        return false;
    }

    public void WarnAtStart()
    {
        if (options.Value.DangerouslyAllowUnauthenticatedRequests)
        {
            Log.UnauthenticatedRequestsAllowed(logger);
        }
    }
}
