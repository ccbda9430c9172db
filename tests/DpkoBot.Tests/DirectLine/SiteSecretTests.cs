using System.Net;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.DirectLine;

public sealed class SiteSecretTests : IClassFixture<SiteSecretTests.Host>, IDisposable
{
    private const string Secret = "a long enough secret";

    private readonly FakeBot bot;
    private readonly BotHost host;
    private readonly DirectLineClient server;

    public SiteSecretTests(Host there)
    {
        bot = there.Repeating;
        host = there.Bot;
        bot.Received.Clear();
        server = new DirectLineClient(host) { Token = Secret, UsesSecret = true };
    }

    [Fact]
    public async Task A_server_with_the_secret_gets_a_token_for_a_user_of_its_choice()
    {
        var (status, json) = await server.SendAsync(HttpMethod.Post, "tokens/generate", """{"user":{"id":"dl_anna","name":"Anna"}}""");
        using var page = new DirectLineClient(host) { Token = json.Text("token") };
        await page.StartAsync();
        await page.PostAsync("""{"type":"message","text":"Hello","from":{"id":"somebody else"}}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(json.Text("conversationId"), page.ConversationId);
        Assert.All(bot.Received, activity => Assert.Equal("dl_anna", activity.From!.Id));
    }

    [Theory]
    [InlineData("""{"user":{"id":"anna"}}""", "BadArgument")]
    [InlineData("""{"user":{"id":"dl_0123456789012345678901234567890123456789012345678901234567890123"}}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":["example.org"]}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":["https://www.example.org/page"]}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":["https://*.example.org"]}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":[null]}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":"https://www.example.org"}""", "MalformedData")]
    [InlineData("""{"user":"dl_anna"}""", "MalformedData")]
    [InlineData("{", "MalformedData")]
    public async Task What_a_token_cannot_say_is_refused(string body, string code)
    {
        var (status, json) = await server.SendAsync(HttpMethod.Post, "tokens/generate", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, json.ErrorCode());
    }

    [Theory]
    [InlineData("a long enough secreT")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Another_secret_opens_nothing(string? secret)
    {
        server.Token = secret;

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(HttpMethod.Post, "tokens/generate")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(HttpMethod.Post, "conversations")).Status);
    }

    [Fact]
    public async Task Where_no_secret_is_configured_an_empty_one_opens_nothing()
    {
        await using var usual = new BotHost();
        using var client = new DirectLineClient(usual) { Token = "" };

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(HttpMethod.Post, "conversations")).Status);
    }

    [Fact]
    public async Task The_secret_itself_talks_in_conversations_as_users_whom_the_activities_name()
    {
        Assert.Equal(HttpStatusCode.Created, await server.StartAsync("""{"user":{}}"""));
        await server.PostAsync("""{"type":"message","text":"Hello","from":{"id":"me"}}""");

        var said = (await server.PollAsync("1")).Json.Activities()[0];
        Assert.Equal("me", said.GetProperty("from").Text("id"));
        Assert.Equal(HttpStatusCode.OK, await server.ReconnectAsync("1"));
        using var stream = await server.ListenAsync();
        Assert.Equal(2, (await stream.ReceiveActivitiesAsync()).Activities.Count);
        var (status, json) = await server.SayAsync("Hello from nobody");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("MissingProperty", json.ErrorCode());
    }

    [Fact]
    public async Task A_conversation_that_the_secret_started_for_a_user_is_that_users()
    {
        var (_, grant) = await server.SendAsync(HttpMethod.Post, "conversations", """{"user":{"id":"anna"}}""");
        using var page = new DirectLineClient(host) { Token = grant.Text("token") };
        await page.SendAsync(
            HttpMethod.Post, $"conversations/{grant.Text("conversationId")}/activities", """{"type":"message","text":"Hello","from":{"id":"ben"}}""");

        Assert.Equal("anna", bot.Received.Last().From!.Id);
    }

    [Fact]
    public async Task Ids_that_only_a_token_can_give_are_not_taken_from_a_client()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await server.StartAsync("""{"user":{"id":"dl_anna"}}"""));

        server.Token = (await server.SendAsync(HttpMethod.Post, "tokens/generate")).Json.Text("token");
        await server.StartAsync();
        var (status, json) = await server.PostAsync("""{"type":"message","text":"Hello","from":{"id":"dl_anna"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BadArgument", json.ErrorCode());
    }

    [Fact]
    public async Task A_secret_is_not_refreshed()
    {
        var (status, json) = await server.SendAsync(HttpMethod.Post, "tokens/refresh");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BadArgument", json.ErrorCode());
    }

    [Fact]
    public async Task A_token_that_is_bound_to_origins_is_good_on_their_pages_alone()
    {
        var (_, json) = await server.SendAsync(HttpMethod.Post, "tokens/generate", """{"trustedOrigins":["https://www.example.org"]}""");
        server.Token = json.Text("token");

        Assert.Equal(HttpStatusCode.Created, (await server.SendAsync(HttpMethod.Post, "conversations", origin: "https://www.example.org")).Status);
        foreach (var path in (string[])["conversations", "tokens/refresh"])
        {
            // This host's own page is not among them either.
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(HttpMethod.Post, path, origin: "http://localhost")).Status);
        }

        // Nor does a refreshed token shake them off, or become another page's by way of a new one.
        server.Token = (await server.SendAsync(HttpMethod.Post, "tokens/refresh", origin: "https://www.example.org")).Json.Text("token");
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(HttpMethod.Post, "conversations", origin: "http://localhost")).Status);
        var (_, other) = await server.SendAsync(HttpMethod.Post, "tokens/generate", site: "same-origin");
        Assert.NotEqual(json.Text("conversationId"), other.Text("conversationId"));
    }

    public void Dispose() => server.Dispose();

    public sealed class Host : IDisposable
    {
        internal FakeBot Repeating { get; } = new();

        public BotHost Bot { get; }

        public Host() => Bot = new BotHost().Replacing(Repeating.Turn)
            .With("DirectLine:SiteSecret", Secret).With("DirectLine:AllowedOrigins:0", "https://www.example.org");

        public void Dispose() => Bot.Dispose();
    }
}
