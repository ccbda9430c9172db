using System.Net;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.WebChat;

/// <summary>The door for tokens of Azure's Direct Line; that the page talks through it is tested in a browser.</summary>
public sealed class AzureDirectLineTests(AzureDirectLineTests.Host there) : IClassFixture<AzureDirectLineTests.Host>
{
    private const string Secret = "the secret of the channel";

    [Theory]
    [InlineData("cross-site")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task Only_the_pages_of_this_host_get_a_token(string? site) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(there.Bot, site)).Status);

    [Fact]
    public async Task An_Azure_that_cannot_be_reached_is_told_without_the_secret()
    {
        var (status, body) = await AskAsync(there.Bot, "same-origin");

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        Assert.Contains(there.Bot.Log.Entries, entry => entry.EventId == 1300);
        Assert.DoesNotContain(there.Bot.Log.Entries, entry => entry.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_such_door()
    {
        await using var usual = new BotHost();

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(usual, "same-origin")).Status);
    }

    [Fact]
    public async Task The_page_then_asks_Azure_and_its_policy_lets_it()
    {
        using var client = there.Bot.CreateClient();
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("data-direct-line=\"http://localhost:1/v3/directline\"", page, StringComparison.Ordinal);
        Assert.Contains("data-tokens=\"/chat/token\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' http://localhost:1 ws://localhost:1;", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(BotHost host, string? site)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/token");
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public sealed class Host : IDisposable
    {
        // Nobody listens there.
        public BotHost Bot { get; } = new BotHost().With("DirectLine:Secret", Secret).With("DirectLine:Endpoint", "http://localhost:1/v3/directline/");

        public void Dispose() => Bot.Dispose();
    }
}
