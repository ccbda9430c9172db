using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework.Outbound;

/// <summary>Puts the bot's token on what goes to a connector.</summary>
public sealed class BotTokenHandler(BotTokens tokens, IOptions<BotIdentityOptions> options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Value.HasAppId)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
