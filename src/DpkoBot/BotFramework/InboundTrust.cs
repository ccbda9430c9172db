using DpkoBot.Operations;
using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework;

/// <summary>Decides whom <c>/api/messages</c> answers. Without an app id nobody can prove who they are.</summary>
public sealed class InboundTrust(IOptions<TrustOptions> options, IHostEnvironment environment, ILogger<InboundTrust> logger)
{
    public bool Accepts()
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
