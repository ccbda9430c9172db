using System.Net;
using System.Text;
using System.Text.Json;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DpkoBot.Tests.DirectLine;

public sealed class TokenTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly BotHost host;
    private readonly DirectLineClient client;

    public TokenTests()
    {
        host = new BotHost().With(time);
        client = new DirectLineClient(host);
    }

    [Fact]
    public async Task The_page_of_this_host_gets_a_token_for_half_an_hour()
    {
        var grant = await client.GenerateAsync();

        Assert.Equal(1800, grant.GetProperty("expires_in").GetInt32());
        Assert.Equal(32, client.ConversationId.Length);
    }

    [Fact]
    public async Task The_token_names_the_user_where_Web_Chat_looks_for_it()
    {
        await client.GenerateAsync();

        var payload = client.Token!.Split('.')[1].Replace('-', '+').Replace('_', '/');
        using var claims = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='))));
        Assert.Matches("^dl_[0-9a-f]{32}$", claims.RootElement.Text("user"));
    }

    [Theory]
    [InlineData("same-origin", null, HttpStatusCode.OK)]
    [InlineData("cross-site", null, HttpStatusCode.Unauthorized)]
    [InlineData("same-site", null, HttpStatusCode.Unauthorized)]
    [InlineData("none", null, HttpStatusCode.Unauthorized)]
    [InlineData("cross-site", "http://localhost", HttpStatusCode.Unauthorized)]
    [InlineData(null, "http://localhost", HttpStatusCode.OK)]
    [InlineData(null, "https://localhost", HttpStatusCode.OK)]
    [InlineData(null, "http://localhost:8080", HttpStatusCode.Unauthorized)]
    [InlineData(null, "https://example.org", HttpStatusCode.Unauthorized)]
    [InlineData(null, "null", HttpStatusCode.Unauthorized)]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    public async Task Only_the_page_of_this_host_gets_a_token(string? site, string? origin, HttpStatusCode expected)
    {
        var (status, json) = await client.SendAsync(HttpMethod.Post, "tokens/generate", site: site, origin: origin);

        Assert.Equal(expected, status);
        if (expected != HttpStatusCode.OK)
        {
            Assert.Equal("Unauthorized", json.ErrorCode());
        }
    }

    [Fact]
    public async Task A_token_can_be_refreshed_again_and_again()
    {
        await client.GenerateAsync();
        await client.StartAsync();

        for (var i = 0; i < 10; i++)
        {
            time.Advance(TimeSpan.FromMinutes(29));
            var (status, json) = await client.SendAsync(HttpMethod.Post, "tokens/refresh");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(client.ConversationId, json.Text("conversationId"));
            client.Token = json.Text("token");
        }

        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("Still here")).Status);
    }

    [Fact]
    public async Task An_expired_token_opens_nothing_and_cannot_be_refreshed()
    {
        await client.GenerateAsync();
        await client.StartAsync();
        time.Advance(TimeSpan.FromSeconds(1800));

        foreach (var request in new[]
        {
            client.SendAsync(HttpMethod.Post, "tokens/refresh"),
            client.SendAsync(HttpMethod.Post, "conversations"),
            client.PollAsync(),
            client.SayAsync("Hello"),
        })
        {
            var (status, json) = await request;
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Equal("TokenExpired", json.ErrorCode());
        }
    }

    [Fact]
    public async Task The_page_gets_its_conversation_back_with_an_expired_token()
    {
        await client.GenerateAsync();
        await client.StartAsync();
        var conversation = client.ConversationId;
        time.Advance(TimeSpan.FromHours(3));

        await client.GenerateAsync();

        Assert.Equal(conversation, client.ConversationId);
        Assert.Equal(HttpStatusCode.OK, await client.ReconnectAsync("0"));
    }

    [Fact]
    public async Task The_page_gets_a_new_conversation_once_the_old_one_is_forgotten()
    {
        await client.GenerateAsync();
        await client.StartAsync();
        var conversation = client.ConversationId;
        time.Advance(TimeSpan.FromHours(12));

        await client.GenerateAsync();

        Assert.NotEqual(conversation, client.ConversationId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("eyJhbGciOiJub25lIn0.bnVsbA.")]
    public async Task What_is_no_token_is_answered_with_401_because_Web_Chat_ends_at_403(string? token)
    {
        client.Token = token;

        var (status, json) = await client.SendAsync(HttpMethod.Post, "conversations");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("Unauthorized", json.ErrorCode());
    }

    [Fact]
    public async Task A_token_that_was_tampered_with_opens_nothing()
    {
        await client.GenerateAsync();
        var parts = client.Token!.Split('.');
        var signature = parts[2].ToCharArray();
        signature[0] = signature[0] == 'A' ? 'B' : 'A';
        client.Token = $"{parts[0]}.{parts[1]}.{new string(signature)}";

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(HttpMethod.Post, "conversations")).Status);
    }

    [Fact]
    public async Task A_token_from_before_the_last_start_has_expired()
    {
        await client.GenerateAsync();
        await using var restarted = new BotHost().With(time);
        using var later = new DirectLineClient(restarted) { Token = client.Token };

        var (status, json) = await later.SendAsync(HttpMethod.Post, "tokens/refresh");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("TokenExpired", json.ErrorCode());
    }

    [Fact]
    public async Task A_token_does_not_open_another_conversation()
    {
        using var other = await DirectLineClient.StartedAsync(host);
        await client.GenerateAsync();

        foreach (var request in new[]
        {
            client.SendAsync(HttpMethod.Get, $"conversations/{other.ConversationId}"),
            client.SendAsync(HttpMethod.Get, $"conversations/{other.ConversationId}/activities"),
            client.SendAsync(HttpMethod.Post, $"conversations/{other.ConversationId}/activities", """{"type":"message","text":"Hi"}"""),
        })
        {
            var (status, json) = await request;
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal("NotFound", json.ErrorCode());
        }
    }

    [Fact]
    public async Task The_token_of_a_stream_opens_nothing_else_and_no_other_token_opens_a_stream()
    {
        await client.GenerateAsync();
        await client.StartAsync();
        var chat = client.Token!;
        client.Token = client.StreamUrl.Split("&t=")[1];

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PollAsync()).Status);

        var sockets = host.Server.CreateWebSocketClient();
        var url = new Uri(client.StreamUrl.Split("&t=")[0] + "&t=" + chat);
        await Assert.ThrowsAnyAsync<Exception>(() => sockets.ConnectAsync(url, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        client.Dispose();
        host.Dispose();
    }
}
