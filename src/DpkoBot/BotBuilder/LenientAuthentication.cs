using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace DpkoBot.BotBuilder;

/// <summary>
/// The SDK's own authentication, before which an activity without a <c>serviceUrl</c> would be an error of ours: the SDK wants one
/// even where everything is answered inline. Where tokens are asked for, such an activity is refused all the same.
/// </summary>
public sealed class LenientAuthentication(IConfiguration configuration) : ConfigurationBotFrameworkAuthentication(configuration)
{
    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        activity.ServiceUrl ??= "https://no-service-url.invalid/";
        return base.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
    }
}
