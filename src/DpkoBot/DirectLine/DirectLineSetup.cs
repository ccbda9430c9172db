using DpkoBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DpkoBot.DirectLine;

public static class DirectLineSetup
{
    public const string Path = "/v3/directline";

    /// <summary>The front door for the chat page: a Direct Line 3.0 service inside this host.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ConversationLimits.Default);
        services.TryAddSingleton<TurnDelegate>(provider => provider.GetRequiredService<TurnHandler>().HandleAsync);
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineTurns>();
        services.AddSingleton<StreamEndpoint>();
        return services;
    }

    public static void MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });

        var open = app.MapGroup(Path).AddEndpointFilter<FailureFilter>();
        open.MapPost("/tokens/generate", TokenEndpoints.Generate);
        open.MapGet("/conversations/{conversationId}/stream",
            (string conversationId, HttpContext context, StreamEndpoint endpoint) => endpoint.ListenAsync(conversationId, context));
        open.Map("{**rest}", () => DirectLineErrors.NoResource);

        var closed = open.MapGroup("").AddEndpointFilter<TokenFilter>();
        closed.MapPost("/tokens/refresh", TokenEndpoints.Refresh);
        closed.MapPost("/conversations", ConversationEndpoints.Start);
        closed.MapGet("/conversations/{conversationId}", ConversationEndpoints.Reconnect);
        closed.MapPost("/conversations/{conversationId}/activities", ConversationEndpoints.Post);
        closed.MapGet("/conversations/{conversationId}/activities", ConversationEndpoints.Poll);
        closed.MapPost("/conversations/{conversationId}/upload", (string conversationId) => DirectLineErrors.NoFiles);
    }
}
