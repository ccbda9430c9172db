using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace DpkoBot.Tests.BotFramework.Inbound;

/// <summary>Over HTTP on a real server, in Production, with an issuer on this machine.</summary>
public sealed class TokenTests(TokenTests.TrustingHost host) : IClassFixture<TokenTests.TrustingHost>
{
    public static TheoryData<string> AttackNames => [.. Attacks.All.Keys];

    public static TheoryData<string> GoodNames => [.. GoodCalls.All.Keys];

    [Theory]
    [MemberData(nameof(AttackNames))]
    public async Task Is_refused(string attack)
    {
        var call = Attacks.All[attack](host.Issuer);

        var (status, answer) = await host.SendAsync(call);

        Assert.Equal(call.Status, status);
        Assert.DoesNotContain(host.Bot.Log.Entries, entry => entry.Text.Contains("not-a-secret", StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        if (status == 401)
        {
            Assert.Contains("WWW-Authenticate: Bearer", answer, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("The bot answers only callers who can prove who they are.", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task Is_answered(string good)
    {
        var (status, answer) = await host.SendAsync(GoodCalls.All[good](host.Issuer));

        Assert.Equal(200, status);
        Assert.Contains("Department of Peacekeeping Operations", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_attack_changes_what_is_accepted_after_it()
    {
        foreach (var (name, attack) in Attacks.All)
        {
            await host.SendAsync(attack(host.Issuer));
            foreach (var good in (string[])["a channel's token", "the Emulator"])
            {
                var (status, _) = await host.SendAsync(GoodCalls.All[good](host.Issuer));
                Assert.True(status == 200, $"After \"{name}\", {good} got {status}.");
            }
        }
    }

    [Fact]
    public async Task A_stranger_is_refused_before_the_request_is_read()
    {
        var (status, _) = await host.SendAsync("Authorization: Bearer x\r\n", "{ this is no JSON");

        Assert.Equal(401, status);
    }

    [Fact]
    public async Task Who_is_known_hears_what_is_wrong_with_the_request()
    {
        var (status, _) = await host.SendAsync($"Authorization: Bearer {IssuedToken.OfChannel(host.Issuer).Sign()}\r\n", "{ this is no JSON");

        Assert.Equal(400, status);
    }

    public sealed class TrustingHost : IAsyncLifetime
    {
        internal LocalIssuer Issuer { get; private set; } = null!;

        internal BotHost Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Issuer = await LocalIssuer.StartAsync();
            Bot = Issuer.Trusting(new BotHost()).In(Environments.Production).With("BotFramework:AllowedServiceHosts:0", "tunnel.example.org");
            Bot.UseKestrel(0);
            Bot.StartServer();
        }

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Issuer.DisposeAsync();
        }

        internal Task<(int Status, string Answer)> SendAsync(Call call)
        {
            string?[] headers = [call.Authorization, call.SecondAuthorization];
            return SendAsync(
                string.Concat(headers.Where(header => header is not null).Select(header => $"Authorization: {header}\r\n")),
                JsonSerializer.Serialize(call.Activity with { Id = Guid.NewGuid().ToString() }, ActivityJson.Default.Activity));
        }

        /// <summary>Byte for byte, as no client library would send some of it.</summary>
        internal async Task<(int Status, string Answer)> SendAsync(string headers, string body)
        {
            var address = Bot.ClientOptions.BaseAddress;
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            var request = $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
            var writing = stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken).AsTask();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var answer = new StringBuilder(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
            try
            {
                answer.Append('\n').Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
                await writing;
            }
            catch (IOException)
            {
                // A server that refuses an endless header does not wait for its end.
            }

            return (int.Parse(answer.ToString().Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer.ToString());
        }
    }
}
