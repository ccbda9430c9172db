using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework;

public static class BotFrameworkSetup
{
    /// <summary>The front door for the Emulator, Teams and every other channel of the Bot Framework.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddBotFrameworkOptions();
        services.AddSingleton<InboundTrust>();
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<ActivityChecks>();
        services.AddSingleton<ServiceUrlPolicy>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<ReplyDelivery>();
        services.AddConnectorClient();
        return services;
    }

    public static void MapBotFramework(this WebApplication app)
    {
        app.Services.GetRequiredService<InboundTrust>().WarnAtStart();
        app.MapPost("/api/messages", (MessagesEndpoint endpoint, HttpContext context) => endpoint.PostAsync(context));
    }

    private static void AddBotFrameworkOptions(this IServiceCollection services)
    {
        services.AddOptions<BotFrameworkOptions>()
            .BindConfiguration(BotFrameworkOptions.Section)
            .Validate(
                options => options.MaxRequestKilobytes is >= 1 and <= 16_384,
                "BotFramework:MaxRequestKilobytes must be from 1 to 16384: larger requests are refused.")
            .Validate(
                options => options.TurnSeconds is >= 1 and <= 60,
                "BotFramework:TurnSeconds must be from 1 to 60: a turn's replies are given up after so many seconds.")
            .Validate(
                options => options.AttemptSeconds >= 1 && options.AttemptSeconds <= options.TurnSeconds,
                "BotFramework:AttemptSeconds must be from 1 to BotFramework:TurnSeconds: a connector that does not answer is given up after so many seconds.")
            .ValidateOnStart();
        services.AddOptions<TrustOptions>()
            .BindConfiguration("")
            .Validate(
                options => !options.AsksForTokens,
                "MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId must be empty: validating tokens is not part of this version, and DpkoBot does not accept tokens that it cannot validate.")
            .ValidateOnStart();
    }

    private static void AddConnectorClient(this IServiceCollection services)
    {
        services.AddSingleton<ConnectorClient>();
        services.AddHttpClient(ConnectorClient.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            // The framework's own messages hold the URL and with it the conversation's id.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .AddResilienceHandler("connector", (pipeline, context) =>
                ConnectorRetries.Configure(pipeline, context.ServiceProvider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value));
    }
}
