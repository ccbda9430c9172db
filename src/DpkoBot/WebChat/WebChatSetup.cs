using Microsoft.AspNetCore.StaticAssets;

namespace DpkoBot.WebChat;

public static class WebChatSetup
{
    public static void AddWebChat(this WebApplicationBuilder builder)
    {
        // In Development, static files would be looked for below every address, and a GET to one that takes only POST
        // would be answered with 404 instead of 405. The price: an edited file is served after a build, not before.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddOptions<AzureDirectLineOptions>()
            .BindConfiguration(DirectLine.DirectLineOptions.Section)
            .Validate(
                options => options.Secret.Length == 0 || options.HasSafeEndpoint,
                "DirectLine:Endpoint must be the https address of Azure's Direct Line, such as https://directline.botframework.com/v3/directline: the secret is sent there.")
            .ValidateOnStart();
        builder.Services.AddHttpClient(nameof(AzureDirectLine)).AddStandardResilienceHandler(resilience =>
        {
            // A visitor waits for it.
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(4);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
            resilience.Retry.Delay = TimeSpan.FromMilliseconds(300);
        });
        builder.Services.AddSingleton<AzureDirectLine>();
        builder.Services.AddSingleton<ChatAssets>();
        builder.Services.AddSingleton<ContentPolicy>();
        builder.Services.AddSingleton<ChatPage>();
        builder.Services.AddSingleton<EmbedPage>();
    }

    public static void MapWebChat(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            // The sites that answers link to do not learn where their visitor comes from.
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            KeepForEverWhatHasItsHashInTheAddress(context);
            return next(context);
        });
        // Serves wwwroot compressed and with entity tags.
        // They cost next to nothing, and a page has a dozen of them.
        app.MapStaticAssets().DisableRateLimiting();
        app.MapGet("/", (ChatPage page, HttpContext context, string? lang, string? embedded) => page.Show(context, lang, embedded));
        app.MapGet("/embed", (EmbedPage page, HttpContext context) => page.Show(context));
        app.MapGet("/embed.js", (HttpContext context) => EmbedScript.Show(context.Response));
        app.MapPost(AzureDirectLine.TokenPath,
            (AzureDirectLine azure, HttpContext context, CancellationToken cancellationToken) => azure.GenerateAsync(context.Request, cancellationToken));
    }

    // By itself, only a published host would do so; one that was built asks browsers to come back each time.
    private static void KeepForEverWhatHasItsHashInTheAddress(HttpContext context)
    {
        var asset = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>();
        if (asset?.Properties.Any(property => property.Name == "fingerprint") ?? false)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
        }
    }
}
