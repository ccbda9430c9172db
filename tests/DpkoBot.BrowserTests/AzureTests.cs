using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace DpkoBot.BrowserTests;

/// <summary>The page with Azure's Direct Line. In Azure's place stands another host of the bot, which knows the secret.</summary>
[Collection(InBrowser.Name)]
public sealed class AzureTests(ChromiumFixture chromium)
{
    private const string Secret = "the secret of the channel";

    [Fact]
    public async Task The_page_talks_through_Azure_with_tokens_that_this_host_gets_for_it()
    {
        // Azure lets the page in by its origin, which is so known before the page's host listens.
        var port = FreePort();
        var origin = $"http://127.0.0.1:{port}";
        await using var azure = new ListeningHost(bot: new RepeatingBot().Turn, settings: new()
        {
            ["DirectLine:SiteSecret"] = Secret,
            ["DirectLine:AllowedOrigins:0"] = origin,
        });
        await using var host = new ListeningHost(
            bot: (_, _) => throw new InvalidOperationException("The page is not to talk to this host's own Direct Line."),
            settings: new() { ["DirectLine:Secret"] = Secret, ["DirectLine:Endpoint"] = azure.Address + "v3/directline" },
            port: port);
        var page = await chromium.NewPageAsync();
        var tokens = new ConcurrentQueue<Task<string>>();
        page.Response += (_, response) =>
        {
            if (response.Url == origin + "/chat/token")
            {
                tokens.Enqueue(response.TextAsync());
            }
        };

        var chat = await ChatPage.OpenGreetedAsync(page, host.Address);
        await chat.SayAsync("hello");
        await chat.ShowsAsync(RepeatingBot.Greeting, "hello", "You said: hello");
        await page.ReloadAsync();
        await chat.ShowsAsync(RepeatingBot.Greeting, "hello", "You said: hello");

        Assert.Empty(chat.Complaints);
        var claims = ClaimsIn(await Assert.Single(tokens));
        Assert.Matches("^dl_[0-9a-f]{32}$", claims.GetProperty("user").GetString());
        Assert.Equal([origin], claims.GetProperty("origins").EnumerateArray().Select(one => one.GetString()));
        Assert.DoesNotContain(Secret, await page.ContentAsync(), StringComparison.Ordinal);
    }

    private static JsonElement ClaimsIn(string grant)
    {
        using var json = JsonDocument.Parse(grant);
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(json.RootElement.GetProperty("token").GetString()!.Split('.')[1]));
        return claims.RootElement.Clone();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
