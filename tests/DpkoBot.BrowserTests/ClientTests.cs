using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace DpkoBot.BrowserTests;

/// <summary>Other clients of Direct Line than Web Chat, in Node.js; the build fetches them from npm.</summary>
[Collection(InBrowser.Name)]
public sealed class ClientTests : IAsyncDisposable
{
    private const string Secret = "a long enough secret";

    private readonly ListeningHost host = new(bot: new RepeatingBot().Turn, settings: new() { ["DirectLine:SiteSecret"] = Secret });

    [Theory]
    [InlineData("stream")]
    [InlineData("poll")]
    public async Task DirectLineJS_holds_a_conversation_with_a_token(string way)
    {
        var lines = await RunAsync("directlinejs.cjs", await TokenAsync(), way);

        Assert.Equal(
            [("bot", RepeatingBot.Greeting), ("user", "one"), ("bot", "You said: one"), ("user", "two"), ("bot", "You said: two")],
            lines.Where(line => line.TryGetProperty("role", out _)).Select(line => (line.GetProperty("role").GetString()!, line.GetProperty("text").GetString()!)));
        Assert.All(lines.Where(line => line.TryGetProperty("posted", out _)), line => Assert.True(line.GetProperty("posted").GetBoolean()));
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("poll")]
    public async Task Botium_holds_a_conversation_with_the_site_secret(string way)
    {
        var lines = await RunAsync("botium.cjs", Secret, way);

        Assert.Equal([RepeatingBot.Greeting, "You said: one", "You said: two"], lines.Select(line => line.GetProperty("text").GetString()!));
        Assert.Equal("Suggested question", lines[0].GetProperty("buttons")[0].GetString());
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<string> TokenAsync()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Address + "v3/directline/tokens/generate");
        request.Headers.Add("Authorization", $"Bearer {Secret}");
        request.Content = new StringContent("""{"user":{"id":"dl_somebody"}}""");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        using var grant = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return grant.RootElement.GetProperty("token").GetString()!;
    }

    private async Task<IReadOnlyList<JsonElement>> RunAsync(string script, string key, string way)
    {
        var folder = typeof(ClientTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Clients").Value!;
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            const string Reason = "The clients are not in this build: it needs Node.js, whose npm fetches them.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("DPKOBOT_REQUIRE_BROWSER") == "1", Reason);
            Assert.Fail(Reason);
        }

        var start = new ProcessStartInfo("node", [script, host.Address + "v3/directline", key, way, "one", "two"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static JsonElement Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    }
}
