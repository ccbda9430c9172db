using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace DpkoBot.Tests.Support;

/// <summary>
/// Talks Direct Line to a host, as Web Chat on the host's own page does; or to several, each request to the next one, as
/// behind a proxy that goes round.
/// </summary>
internal sealed class DirectLineClient(params BotHost[] hosts) : IDisposable
{
    private readonly RoundRobin turns = new(hosts);
    private readonly HttpClient http = RoundRobin.ClientOf(hosts);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>What every request carries, until another one is set.</summary>
    public string? Token { get; set; }

    /// <summary>Whether <see cref="Token"/> is the site's secret, to be kept to whatever tokens come.</summary>
    public bool UsesSecret { get; init; }

    public string ConversationId { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    /// <summary>A client whose conversation has started.</summary>
    public static Task<DirectLineClient> StartedAsync(BotHost host, string body = "") => StartedAsync([host], body);

    public static async Task<DirectLineClient> StartedAsync(BotHost[] hosts, string body = "")
    {
        var client = new DirectLineClient(hosts);
        await client.GenerateAsync();
        await client.StartAsync(body);
        return client;
    }

    public async Task<JsonElement> GenerateAsync()
    {
        var (status, json) = await SendAsync(HttpMethod.Post, "tokens/generate", site: "same-origin");
        Assert.Equal(HttpStatusCode.OK, status);
        Token = json.GetProperty("token").GetString();
        ConversationId = json.GetProperty("conversationId").GetString()!;
        return json;
    }

    public async Task<HttpStatusCode> StartAsync(string body = "") => await TakeGrantAsync(HttpMethod.Post, "conversations", body);

    public async Task<HttpStatusCode> ReconnectAsync(string watermark) =>
        await TakeGrantAsync(HttpMethod.Get, $"conversations/{ConversationId}?watermark={watermark}");

    public Task<(HttpStatusCode Status, JsonElement Json)> SayAsync(string text) =>
        PostAsync($$"""{"type":"message","text":{{JsonSerializer.Serialize(text)}}}""");

    public Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(string activity) =>
        SendAsync(HttpMethod.Post, $"conversations/{ConversationId}/activities", activity);

    public Task<(HttpStatusCode Status, JsonElement Json)> PollAsync(string watermark = "") =>
        SendAsync(HttpMethod.Get, $"conversations/{ConversationId}/activities?watermark={watermark}");

    public async Task<DirectLineStream> ListenAsync() =>
        new(await turns.Next().Server.CreateWebSocketClient().ConnectAsync(new Uri(StreamUrl), Cancelled));

    public async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(
        HttpMethod method, string path, string? body = null, string? site = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline/" + path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        Add(request, "Authorization", Token is null ? null : $"Bearer {Token}");
        Add(request, "Sec-Fetch-Site", site);
        Add(request, "Origin", origin);
        return await SendAsync(request);
    }

    public async Task<(HttpStatusCode Status, JsonElement Json)> UploadAsync(HttpContent form, string query = "?userId=dl_me")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{ConversationId}/upload{query}") { Content = form };
        Add(request, "Authorization", $"Bearer {Token}");
        return await SendAsync(request);
    }

    private async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, Cancelled);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        return (response.StatusCode, json.RootElement.Clone());
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpStatusCode> TakeGrantAsync(HttpMethod method, string path, string? body = null)
    {
        var (status, json) = await SendAsync(method, path, body);
        if (status is HttpStatusCode.OK or HttpStatusCode.Created)
        {
            Token = UsesSecret ? Token : json.GetProperty("token").GetString();
            StreamUrl = json.GetProperty("streamUrl").GetString()!;
            var id = json.GetProperty("conversationId").GetString()!;
            Assert.Equal(ConversationId.Length == 0 ? id : ConversationId, id);
            ConversationId = id;
        }

        return status;
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}

/// <summary>A client's end of the WebSocket.</summary>
internal sealed class DirectLineStream(WebSocket socket) : IDisposable
{
    private readonly byte[] buffer = new byte[1 << 20];

    public WebSocket Socket => socket;

    /// <summary>The next frame's text, or null where the host closes the stream.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer.AsSpan(0, length));
            }
        }
    }

    /// <summary>The next frame's activities and watermark.</summary>
    public async Task<(IReadOnlyList<JsonElement> Activities, string? Watermark)> ReceiveActivitiesAsync()
    {
        var frame = await ReceiveAsync();
        Assert.NotNull(frame);
        using var json = JsonDocument.Parse(frame);
        var root = json.RootElement.Clone();
        return ([.. root.GetProperty("activities").EnumerateArray()], root.GetProperty("watermark").GetString());
    }

    public Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public void Dispose() => socket.Dispose();
}

internal static class DirectLineJsonExtensions
{
    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static string? ErrorCode(this JsonElement json)
    {
        Assert.NotEmpty(json.GetProperty("error").Text("message")!);
        return json.GetProperty("error").Text("code");
    }

    public static IReadOnlyList<JsonElement> Activities(this JsonElement json) => [.. json.GetProperty("activities").EnumerateArray()];
}
