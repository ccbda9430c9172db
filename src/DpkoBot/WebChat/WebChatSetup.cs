namespace DpkoBot.WebChat;

public static class WebChatSetup
{
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddSingleton<ChatAssets>();
        services.AddSingleton<ChatPage>();
        return services;
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
        // Serves wwwroot compressed, with entity tags, and for ever where the address holds the content's hash.
        app.MapStaticAssets();
        app.MapGet("/", (ChatPage page, HttpContext context) => page.Show(context));
    }
}
