using DpkoBot.BotFramework.Inbound;
using DpkoBot.BotFramework.Outbound;
using DpkoBot.Operations.Limits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework;

public static class BotFrameworkSetup
{
    /// <summary>The front door for the Emulator, Teams and every other channel of the Bot Framework.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddBotFrameworkOptions();
        services.AddInboundTrust();
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<ActivityChecks>();
        services.AddSingleton<ServiceUrlPolicy>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<ConversationOrder>();
        services.AddSingleton<ReplyDelivery>();
        services.AddConnectorClient();
        return services;
    }

    public static void MapBotFramework(this WebApplication app)
    {
        app.Services.GetRequiredService<UnauthenticatedRequests>().WarnAtStart();
        // Said here, they come after the handlers of errors and not before.
        app.UseAuthentication();
        app.UseAuthorization();
        var provesItself = !string.IsNullOrEmpty(app.Services.GetRequiredService<IOptions<BotIdentityOptions>>().Value.MicrosoftAppId);
        app.MapPost("/api/messages", (MessagesEndpoint endpoint, HttpContext context) => endpoint.PostAsync(context))
            .RequireAuthorization(new AuthorizationPolicyBuilder(BotFrameworkAuthentication.SchemeName).RequireAuthenticatedUser().Build())
            // A channel's requests all come from a few addresses of its own. Whose token is not good gets 401 whatever the number.
            .WithMetadata(new NotCountedByAddress(context => provesItself && context.Request.Headers.Authorization.Count > 0));
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
        services.AddSingleton<IValidateOptions<BotIdentityOptions>, BotIdentityChecks>();
        services.AddOptions<BotIdentityOptions>().BindConfiguration("").ValidateOnStart();
    }

    private static void AddInboundTrust(this IServiceCollection services)
    {
        // The only scheme would otherwise be everybody's default, and Direct Line's tokens would be tried as a channel's.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BotFrameworkAuthentication>(BotFrameworkAuthentication.SchemeName, null);
        services.AddAuthorization();
        services.AddSingleton<UnauthenticatedRequests>();
        services.AddSingleton<TokenValidator>();
        services.AddHttpClient(SigningKeys.HttpClientName, client =>
            {
                // A caller waits while keys are fetched, and channels wait for about 15 seconds.
                client.Timeout = TimeSpan.FromSeconds(10);
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .RemoveAllLoggers();
    }

    private static void AddConnectorClient(this IServiceCollection services)
    {
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<BotTokens>();
        services.AddTransient<BotTokenHandler>();
        services.AddHttpClient(BotTokens.HttpClientName).RemoveAllLoggers();
        var connector = services.AddHttpClient(ConnectorClient.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            // The framework's own messages hold the URL and with it the conversation's id.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
            });
        connector.AddResilienceHandler("connector", (pipeline, context) =>
            ConnectorRetries.Configure(pipeline, context.ServiceProvider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value));
        // Inside the retries, so that each try has a token that is valid then.
        connector.AddHttpMessageHandler<BotTokenHandler>();
    }
}
