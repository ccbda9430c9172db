using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.BotFramework.Outbound;

/// <summary>With which token a bot of some identity calls the connector.</summary>
public sealed class BotTokenTests : IAsyncLifetime
{
    private const int RepliesLost = 1100;

    private LocalIssuer issuer = null!;
    private RecordingConnector connector = null!;

    public async ValueTask InitializeAsync() => (issuer, connector) = (await LocalIssuer.StartAsync(), await RecordingConnector.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_bot_of_one_tenant_gets_its_token_there_once_and_sends_it_with_each_reply()
    {
        using var login = new FakeLogin();
        await using var host = login.For(issuer.Trusting(new BotHost()));

        await AskAsync(host, 2);

        var (_, url, form) = Assert.Single(login.Requests);
        Assert.Equal($"https://login.microsoftonline.com/{LocalIssuer.Tenant}/oauth2/v2.0/token", url.ToString());
        Assert.All(
            (string[])["grant_type=client_credentials", $"client_id={LocalIssuer.AppId}", "client_secret=not-a-secret", "scope=https://api.botframework.com/.default"],
            part => Assert.Contains(part, form, StringComparison.Ordinal));
        Assert.Equal(["Bearer token-1", "Bearer token-1"], connector.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task A_bot_of_several_tenants_gets_its_token_in_that_of_the_Bot_Framework()
    {
        using var login = new FakeLogin();
        await using var host = login.For(issuer.Trusting(new BotHost())).With("MicrosoftAppType", "MultiTenant");

        await AskAsync(host);

        Assert.Equal("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", Assert.Single(login.Requests).Url.ToString());
    }

    [Fact]
    public async Task A_certificate_takes_the_place_of_a_password()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "bot.pem");
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        }

        using var login = new FakeLogin();
        await using var host = login.For(issuer.Trusting(new BotHost())).With("MicrosoftAppPassword", "").With("MicrosoftAppCertificatePath", path);

        await AskAsync(host);

        Assert.Contains("client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer", Assert.Single(login.Requests).Form, StringComparison.Ordinal);
        Assert.Equal("Bearer token-1", Assert.Single(connector.Requests).Authorization);
    }

    [Fact]
    public async Task A_managed_identity_needs_neither()
    {
        using var login = new FakeLogin();
        await using var host = login.For(issuer.Trusting(new BotHost())).With("MicrosoftAppPassword", "").With("MicrosoftAppType", "UserAssignedMSI");

        await AskAsync(host);

        Assert.Contains(login.Requests, request =>
            request.Method == HttpMethod.Get
            && request.Url.Query.Contains(LocalIssuer.AppId, StringComparison.Ordinal)
            && WebUtility.UrlDecode(request.Url.Query).Contains("resource=https://api.botframework.com", StringComparison.Ordinal));
        Assert.StartsWith("Bearer token-", Assert.Single(connector.Requests).Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_who_need_the_first_token_share_it()
    {
        using var login = new FakeLogin();
        await using var host = login.For(issuer.Trusting(new BotHost()));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AskAsync(host)));

        Assert.Single(login.Requests);
        Assert.Equal(10, connector.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_is_about_to_end_is_not_used_any_more()
    {
        using var login = new FakeLogin { ExpiresIn = 240 };
        await using var host = login.For(issuer.Trusting(new BotHost()));

        await AskAsync(host, 2);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], connector.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task A_token_is_renewed_ahead_of_its_end_without_anybody_waiting_for_it()
    {
        using var login = new FakeLogin { RefreshIn = 1 };
        await using var host = login.For(issuer.Trusting(new BotHost()));
        await AskAsync(host);

        for (var tries = 0; login.Requests.Count < 2 && tries < 50; tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            await AskAsync(host);
        }

        Assert.True(login.Requests.Count >= 2);
        Assert.Equal("Bearer token-1", connector.Requests[1].Authorization);
    }

    [Fact]
    public async Task A_login_that_fails_for_a_moment_still_leads_to_a_reply()
    {
        using var login = new FakeLogin().Failing(HttpStatusCode.ServiceUnavailable);
        await using var host = login.For(issuer.Trusting(new BotHost()));

        await AskAsync(host);

        Assert.Equal("Bearer token-2", Assert.Single(connector.Requests).Authorization);
    }

    [Fact]
    public async Task A_secret_that_is_wrong_loses_the_reply_and_is_told_in_the_log_without_it()
    {
        using var login = new FakeLogin().Failing(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"AADSTS7000215: not-a-secret"}""");
        await using var host = login.For(issuer.Trusting(new BotHost()));

        await AskAsync(host);

        Assert.Empty(connector.Requests);
        Assert.Contains(host.Log.Entries, entry => entry.EventId == RepliesLost && entry.Text.Contains("invalid_client", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains("not-a-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bot_without_an_identity_sends_no_token()
    {
        await using var host = new BotHost();

        using var response = await host.PostAsync(Incoming.Message().Through(connector));

        Assert.Equal("", Assert.Single(connector.Requests).Authorization);
    }

    private async Task AskAsync(BotHost host, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            var token = IssuedToken.OfChannel(issuer).With("serviceurl", connector.Url);
            using var response = await host.PostAsync(Incoming.Message(channelId: ChannelIds.Teams).Through(connector), token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
