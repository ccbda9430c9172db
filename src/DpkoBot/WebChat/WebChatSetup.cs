namespace DpkoBot.WebChat;

public static class WebChatSetup
{
    public static void AddWebChat(this WebApplicationBuilder builder)
    {
        // In Development, static files would be looked for below every address, and a GET to one that takes only POST
        // would be answered with 404 instead of 405. The price: an edited file is served after a build, not before.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddSingleton<ChatAssets>();
        builder.Services.AddSingleton<ChatPage>();
    }

    public static void MapWebChat(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            // The sites that answers link to do not learn where their visitor comes from.
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
        // Serves wwwroot compressed, with entity tags, and for ever where the address holds the content's hash
        // (once published: a build's files are asked for again each time, and not sent again while they are the same).
        app.MapStaticAssets();
        app.MapGet("/", (ChatPage page, HttpContext context) => page.Show(context));
    }
}
