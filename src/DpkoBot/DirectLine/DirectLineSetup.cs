using DpkoBot.DirectLine.Redis;
using DpkoBot.Operations.Limits;
using DpkoBot.Operations.Redis;
using DpkoBot.Turns;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DpkoBot.DirectLine;

public static class DirectLineSetup
{
    public const string Path = "/v3/directline";

    private const string CorsPolicy = "DirectLine";

    /// <summary>The front door for the chat page: a Direct Line 3.0 service inside this host.</summary>
    public static void AddDirectLine(this WebApplicationBuilder builder)
    {
        // The framework's own record of a request holds its query, and so the token in a stream's address.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        var services = builder.Services;
        services.AddValidatedOptions();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<DirectLineOptions>>((cors, options) => cors.AddPolicy(CorsPolicy, policy => policy
            .WithOrigins([.. options.Value.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("retry-after")
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => ConversationLimits.Default with
        {
            MessagesPerMinute = provider.GetRequiredService<IOptions<DirectLineOptions>>().Value.MessagesPerMinute,
            Sockets = provider.GetRequiredService<IOptions<DirectLineOptions>>().Value.MaxSockets,
        });
        services.TryAddSingleton<TurnDelegate>(provider => provider.GetRequiredService<TurnHandler>().HandleAsync);
        services.AddSingleton<Origins>();
        services.AddSingleton<SiteSecret>();
        services.AddSingleton<TokenKey>();
        services.AddSingleton<DirectLineTokens>();
        if (RedisSetup.IsConfigured(builder.Configuration))
        {
            services.AddSingleton<RedisLog>();
            services.AddSingleton<RedisConversations>();
            services.AddSingleton<IDirectLineConversations>(provider => provider.GetRequiredService<RedisConversations>());
            services.AddHostedService(provider => provider.GetRequiredService<RedisConversations>());
            services.AddHostedService<RedisTokenKey>();
        }

        services.TryAddSingleton<IDirectLineConversations, MemoryConversations>();
        services.AddSingleton<TokenLimit>();
        services.AddSingleton<DirectLineTurns>();
        services.AddSingleton<StreamEndpoint>();
    }

    /// <summary>Before limits are put on requests, so that pages of other origins can read why theirs was refused.</summary>
    public static void UseDirectLine(this WebApplication app)
    {
        app.UseCors();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
    }

    public static void MapDirectLine(this WebApplication app)
    {
        var limit = app.Services.GetRequiredService<TokenLimit>();
        var open = app.MapGroup(Path)
            .RequireCors(CorsPolicy)
            .AddEndpointFilter<FailureFilter>()
            .AddEndpointFilter<OriginFilter>()
            .RequireRateLimiting(limit)
            .WithMetadata(new RefusalBody(DirectLineErrors.TooMany.ExecuteAsync), new NotCountedByAddress(limit.IsSite));
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
        closed.MapPost("/conversations/{conversationId}/upload", UploadEndpoint.Upload);
    }

    private static void AddValidatedOptions(this IServiceCollection services) =>
        services.AddOptions<DirectLineOptions>()
            .BindConfiguration(DirectLineOptions.Section)
            .Validate(
                options => options.SiteSecret.Length is 0 or >= DirectLineOptions.ShortestSecret,
                "DirectLine:SiteSecret must have at least 16 characters, or be empty: whoever guesses it reads every conversation.")
            .Validate(
                options => options.AllowedOrigins.All(DirectLineOptions.IsOrigin),
                "DirectLine:AllowedOrigins takes origins such as https://www.example.org: scheme and host, with no path, no slash at the end and no wildcard.")
            .Validate(
                options => options.MessagesPerMinute is >= 1 and <= 100_000,
                "DirectLine:MessagesPerMinute must be from 1 to 100000: so many messages a conversation may send in a minute.")
            .Validate(
                options => options.RequestsPerMinute is >= 1 and <= 1_000_000,
                "DirectLine:RequestsPerMinute must be from 1 to 1000000: so many requests are taken with one token in a minute.")
            .Validate(
                options => options.MaxSockets is >= 1 and <= 1_000_000,
                "DirectLine:MaxSockets must be from 1 to 1000000: so many WebSockets may be open at once.")
            .ValidateOnStart();
}
