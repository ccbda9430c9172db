using System.Runtime.ExceptionServices;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace DpkoBot.BotBuilder;

/// <summary>Leaves a failed turn to the host's handler of errors, which logs it and tells nobody outside what it was.</summary>
public sealed class AdapterWithErrorHandler : CloudAdapter
{
    public AdapterWithErrorHandler(BotFrameworkAuthentication authentication, ILogger<AdapterWithErrorHandler> logger)
        : base(authentication, logger) =>
        OnTurnError = (_, exception) =>
        {
            ExceptionDispatchInfo.Throw(exception);
            return Task.CompletedTask;
        };
}
