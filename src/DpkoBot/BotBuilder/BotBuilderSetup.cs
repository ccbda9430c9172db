using DpkoBot.Operations;
using DpkoBot.Operations.Limits;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace DpkoBot.BotBuilder;

/// <summary>
/// The front door of the Bot Framework on its own SDK. The SDK decides whom to trust, and delivers; its settings are
/// named as the ones of this host.
/// </summary>
public static class BotBuilderSetup
{
    public static IServiceCollection AddBotBuilder(this IServiceCollection services)
    {
        services.AddSingleton<BotFrameworkAuthentication, LenientAuthentication>();
        services.AddSingleton<IBotFrameworkHttpAdapter, AdapterWithErrorHandler>();
        services.AddTransient<IBot, TurnBot>();
        return services;
    }

    public static void MapBotBuilder(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(BotBuilderSetup).FullName!);
        var everybody = app.Configuration.GetValue<bool>("DangerouslyAllowUnauthenticatedRequests");
        var accepts = everybody || app.Environment.IsDevelopment() || !string.IsNullOrWhiteSpace(app.Configuration["MicrosoftAppId"]);
        var provesItself = !string.IsNullOrWhiteSpace(app.Configuration["MicrosoftAppId"]);
        if (everybody)
        {
            Log.UnauthenticatedRequestsAllowed(logger);
        }

        app.MapPost("/api/messages", async (HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot) =>
        {
            // Without an app id the SDK would answer everybody.
            if (!accepts)
            {
                Log.UnauthenticatedRequestRefused(logger);
                context.Response.Headers.WWWAuthenticate = "Bearer";
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            await adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
        })
        .WithMetadata(new NotCountedByAddress(context => provesItself && context.Request.Headers.Authorization.Count > 0));
    }
}
