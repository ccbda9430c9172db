using System.Net;
using System.Text;
using System.Text.Json;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.BotFramework;

/// <summary>On a real server: some of these are refused before they come to the bot's own code.</summary>
public sealed class BadRequestTests(BadRequestTests.ListeningHost host) : IClassFixture<BadRequestTests.ListeningHost>
{
    public static TheoryData<string> Names => [.. BadRequests.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Gets_its_status_and_a_sentence(string name)
    {
        var bad = BadRequests.All[name];

        using var response = await SendAsync(bad);

        Assert.Equal(bad.Status, (int)response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.InRange(body.Length, 1, 1_000);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(bad.Status, problem.GetProperty("status").GetInt32());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        AssertTellsNothingOfTheInside(body);
    }

    [Fact]
    public async Task And_the_bot_goes_on_answering()
    {
        foreach (var bad in BadRequests.All.Values)
        {
            using var response = await SendAsync(bad);
        }

        Assert.NotEmpty(await host.Bot.AskAsync(Incoming.Message()));
    }

    [Fact]
    public async Task The_methods_that_it_takes_are_named_to_who_used_another()
    {
        using var response = await SendAsync(BadRequests.All["GET"]);

        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task No_refusal_leaves_the_users_words_in_the_log()
    {
        using var response = await host.Bot.PostAsync("{\"type\":\"message\",\"text\":\"my secret words\",\"from\":{\"id\":\"secret user\"}}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(host.Bot.Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    private static void AssertTellsNothingOfTheInside(string body)
    {
        foreach (var inside in (string[])["Exception", "System.", "Microsoft.", "DpkoBot.", "   at ", ".cs:"])
        {
            Assert.DoesNotContain(inside, body, StringComparison.Ordinal);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(BadRequest bad)
    {
        using var client = host.Bot.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(bad.Method), "/api/messages");
        request.Content = bad.Chunked ? new StreamContent(new MemoryStream(bad.Body)) : new ByteArrayContent(bad.Body);
        request.Headers.TransferEncodingChunked = bad.Chunked;
        if (bad.ContentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", bad.ContentType);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class ListeningHost : IDisposable
    {
        public ListeningHost()
        {
            Bot.UseKestrel(0);
            Bot.StartServer();
        }

        public BotHost Bot { get; } = new();

        public void Dispose() => Bot.Dispose();
    }
}
