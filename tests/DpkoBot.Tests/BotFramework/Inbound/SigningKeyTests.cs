using System.Net;
using DpkoBot.BotFramework.Inbound;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DpkoBot.Tests.BotFramework.Inbound;

/// <summary>Keys change and issuers fail while the bot runs; it is never started anew here.</summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private const int KeysUnavailable = 1003;

    private readonly FakeTimeProvider time = new();

    private LocalIssuer issuer = null!;
    private BotHost host = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await LocalIssuer.StartAsync();
        host = issuer.Trusting(new BotHost()).In(Environments.Production).With(time);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_signed_with_a_new_key_is_taken_at_once_and_those_of_the_old_one_no_longer()
    {
        var old = IssuedToken.OfChannel(issuer);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(old));

        issuer.RotateChannelKey("channel-2");
        time.Advance(SigningKeys.PauseAfterSuccess);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(old));
    }

    [Fact]
    public async Task Tokens_with_keys_that_do_not_exist_have_the_keys_fetched_once()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));
        time.Advance(SigningKeys.PauseAfterSuccess);
        var before = issuer.Fetches;

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(number =>
            PostAsync(IssuedToken.OfChannel(issuer) with { Pair = new SigningPair($"unknown-{number}") })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        Assert.Equal(before + 1, issuer.Fetches);
    }

    [Fact]
    public async Task Many_first_callers_have_the_keys_fetched_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(IssuedToken.OfChannel(issuer))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(1, issuer.Fetches);
    }

    [Fact]
    public async Task Metadata_that_is_down_at_the_start_for_a_minute_refuses_meanwhile_and_then_no_longer()
    {
        issuer.IsDown = true;
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromMinutes(1); waited += SigningKeys.PauseAfterFailure)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(IssuedToken.OfChannel(issuer)));
            time.Advance(SigningKeys.PauseAfterFailure);
        }

        issuer.IsDown = false;

        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));
        Assert.Contains(host.Log.Entries, entry => entry.EventId == KeysUnavailable);
    }

    [Fact]
    public async Task Metadata_that_is_down_later_leaves_the_keys_at_hand_in_use_and_a_new_one_is_known_when_it_is_back()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));
        issuer.IsDown = true;
        time.Advance(SigningKeys.RefreshAfter);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));

        issuer.RotateChannelKey("channel-2");
        time.Advance(SigningKeys.PauseAfterFailure);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(IssuedToken.OfChannel(issuer)));
        issuer.IsDown = false;
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));
    }

    [Fact]
    public async Task Keys_that_could_not_be_confirmed_for_two_days_are_no_longer_trusted()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));
        issuer.IsDown = true;
        time.Advance(SigningKeys.TrustedFor);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(IssuedToken.OfChannel(issuer)));
        issuer.IsDown = false;
        time.Advance(SigningKeys.PauseAfterFailure);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(IssuedToken.OfChannel(issuer)));
    }

    [Fact]
    public async Task The_cloud_of_the_US_Government_has_an_issuer_of_its_own()
    {
        await using var government = issuer.Trusting(new BotHost()).In(Environments.Production).With("ChannelService", "https://botframework.azure.us");
        var token = IssuedToken.OfChannel(issuer);
        var emulator = IssuedToken.OfEmulator(issuer, "cab8a31a-1906-4287-a0d8-4eef66b95f6e");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(token, government));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(token.With("iss", "https://api.botframework.us"), government));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(emulator, government, null));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(emulator.With("iss", "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0"), government, null));
    }

    private Task<HttpStatusCode> PostAsync(IssuedToken token) => PostAsync(token, host);

    private static async Task<HttpStatusCode> PostAsync(IssuedToken token, BotHost host, string? serviceUrl = LocalIssuer.ServiceUrl)
    {
        using var response = await host.PostAsync(Call.Message with { Id = Guid.NewGuid().ToString(), ServiceUrl = serviceUrl }, token);
        return response.StatusCode;
    }
}
