using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DpkoBot.BrowserTests;

/// <summary>A site of another origin than the bot's, with a strict content security policy on its one page.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private ForeignSite(WebApplication app) => this.app = app;

    /// <summary>The browser finds it by this name, see <see cref="ChromiumFixture"/>.</summary>
    public string Origin => $"http://site.example:{Port}";

    private int Port => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <param name="body">What the page's body holds.</param>
    /// <param name="host">The bot's origin, which the page's policy lets in.</param>
    public static async Task<ForeignSite> StartAsync(Func<string> body, Func<string> host)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {host()}; frame-src {host()}";
            return Results.Content($"<!DOCTYPE html><html lang=\"en\"><head><title>A site</title></head><body><main><h1>A site</h1><p><a href=\"#\">A link</a></p></main>{body()}</body></html>", "text/html");
        });
        await app.StartAsync();
        return new ForeignSite(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
