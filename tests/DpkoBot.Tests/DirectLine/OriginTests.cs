using System.Net;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.DirectLine;

public sealed class OriginTests(OriginTests.Host there) : IClassFixture<OriginTests.Host>
{
    private const string Friend = "https://www.example.org";
    private const string Stranger = "https://evil.example";
    private const string Asked = "authorization,content-type,x-ms-bot-agent,x-requested-with";

    private readonly BotHost host = there.Bot;

    [Theory]
    [InlineData("tokens/generate", "POST")]
    [InlineData("conversations", "POST")]
    [InlineData("conversations/c/activities", "POST")]
    [InlineData("conversations/c/activities", "GET")]
    public async Task A_browser_that_asks_first_is_told_yes_for_a_configured_origin_alone(string path, string method)
    {
        using var friends = await AskFirstAsync(path, method, Friend);
        using var strangers = await AskFirstAsync(path, method, Stranger);

        Assert.True(friends.IsSuccessStatusCode);
        Assert.Equal(Friend, Assert.Single(friends.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(Asked, string.Join(',', friends.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.False(strangers.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_page_of_a_configured_origin_gets_a_token_and_talks()
    {
        using var client = new DirectLineClient(host);

        var (status, json) = await client.SendAsync(HttpMethod.Post, "tokens/generate", site: "cross-site", origin: Friend);
        client.Token = json.Text("token");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(HttpMethod.Post, "conversations", origin: Friend)).Status);
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData("null")]
    [InlineData("https://www.example.org.evil.example")]
    [InlineData("http://www.example.org")]
    public async Task A_page_of_another_origin_gets_nowhere_even_with_a_token_that_it_stole(string origin)
    {
        using var client = await DirectLineClient.StartedAsync(host);
        var conversation = "conversations/" + client.ConversationId;

        foreach (var (status, json) in new[]
        {
            await client.SendAsync(HttpMethod.Post, "tokens/generate", site: "cross-site", origin: origin),
            await client.SendAsync(HttpMethod.Post, "tokens/refresh", origin: origin),
            await client.SendAsync(HttpMethod.Post, "conversations", origin: origin),
            await client.SendAsync(HttpMethod.Get, conversation, origin: origin),
            await client.SendAsync(HttpMethod.Get, conversation + "/activities", origin: origin),
            await client.SendAsync(HttpMethod.Post, conversation + "/activities", """{"type":"message","text":"Hello"}""", origin: origin),
        })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            Assert.Equal("Unauthorized", json.ErrorCode());
        }
    }

    [Fact]
    public async Task A_stream_is_not_opened_by_a_page_of_another_origin()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        var sockets = host.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Origin = Stranger;

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => sockets.ConnectAsync(new Uri(client.StreamUrl), TestContext.Current.CancellationToken));

        Assert.Contains("401", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskFirstAsync(string path, string method, string origin)
    {
        using var http = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/" + path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", Asked);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class Host : IDisposable
    {
        public BotHost Bot { get; } = new BotHost().With("DirectLine:AllowedOrigins:0", Friend);

        public void Dispose() => Bot.Dispose();
    }
}
