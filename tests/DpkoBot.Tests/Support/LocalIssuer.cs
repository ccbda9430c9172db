using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using DpkoBot.BotFramework.Inbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DpkoBot.Tests.Support;

/// <summary>
/// Issues tokens as the Bot Framework and Entra ID do, and tells its keys over HTTP on this machine. Each of the two has
/// keys of its own.
/// </summary>
public sealed class LocalIssuer : IAsyncDisposable
{
    public const string AppId = "6a1c7f0e-8c1b-4c53-9d2e-2f0a6a7e1b11";
    public const string Tenant = "0b5b3f9c-2a9e-4ad5-8a53-6f5f3ad3c001";
    public const string EmulatorTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly WebApplication app;
    private int fetches;

    private LocalIssuer(WebApplication app) => this.app = app;

    public SigningPair ChannelKey { get; private set; } = new("channel-1", "msteams", "webchat", "directline");

    /// <summary>Published as well, and endorsed for no channel.</summary>
    public SigningPair UnendorsedKey { get; } = new("unendorsed");

    /// <summary>Published as well, and endorsed for another channel.</summary>
    public SigningPair SmsKey { get; } = new("sms-1", "sms");

    public SigningPair EntraKey { get; private set; } = new("entra-1");

    /// <summary>Published by Entra ID for one tenant alone.</summary>
    public SigningPair ForeignTenantKey { get; } = new("entra-foreign") { Issuer = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0" };

    public bool IsDown { get; set; }

    public int Fetches => Volatile.Read(ref fetches);

    public string ChannelMetadata => app.Urls.Single() + "/channel";

    public string EntraMetadata => app.Urls.Single() + "/entra";

    public static async Task<LocalIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new LocalIssuer(builder.Build());
        issuer.app.Run(issuer.TellAsync);
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public void RotateChannelKey(string keyId) => ChannelKey = new(keyId, "msteams", "webchat", "directline");

    /// <summary>A bot that trusts this issuer.</summary>
    public BotHost Trusting(BotHost host) => host
        .With("MicrosoftAppId", AppId)
        .With("MicrosoftAppPassword", "not-a-secret")
        .With("MicrosoftAppTenantId", Tenant)
        .With("ToBotFromChannelOpenIdMetadataUrl", ChannelMetadata)
        .With("ToBotFromEmulatorOpenIdMetadataUrl", EntraMetadata)
        // A machine that runs many things at once is slow, and neither an issuer nor a connector that is down.
        .With("BotFramework:TurnSeconds", "60")
        .With("BotFramework:AttemptSeconds", "60")
        .Configuring(services => services.AddHttpClient(SigningKeys.HttpClientName, client => client.Timeout = TimeSpan.FromMinutes(1)));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TellAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var path = context.Request.Path.Value!;
        if (!path.EndsWith("/keys", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref fetches);
            await context.Response.WriteAsync(new JsonObject { ["issuer"] = "local", ["jwks_uri"] = app.Urls.Single() + path + "/keys" }.ToJsonString());
            return;
        }

        SigningPair[] keys = path.StartsWith("/channel", StringComparison.Ordinal) ? [ChannelKey, UnendorsedKey, SmsKey] : [EntraKey, ForeignTenantKey];
        await context.Response.WriteAsync(new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.ToJwk())]) }.ToJsonString());
    }
}

/// <summary>A key with which tokens are signed, and what is published of it.</summary>
public sealed class SigningPair(string keyId, params string[] endorsements)
{
    private readonly RSA rsa = RSA.Create(2048);

    public string KeyId => keyId;

    public string? Issuer { get; init; }

    public RsaSecurityKey Key => new(rsa) { KeyId = keyId };

    /// <summary>The public key as a file, which some take for the secret of an HMAC.</summary>
    public string PublicPem => rsa.ExportSubjectPublicKeyInfoPem();

    public byte[] Modulus => rsa.ExportParameters(includePrivateParameters: false).Modulus!;

    public JsonObject ToJwk()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = keyId, ["n"] = Base64UrlEncoder.Encode(key.Modulus), ["e"] = Base64UrlEncoder.Encode(key.Exponent),
        };
        if (endorsements.Length > 0)
        {
            jwk["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        if (Issuer is not null)
        {
            jwk["issuer"] = Issuer;
        }

        return jwk;
    }
}

/// <summary>A token in the making: right unless a test changes something.</summary>
public sealed record IssuedToken(SigningPair Pair)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;

    public JsonObject Claims { get; init; } = [];

    public static IssuedToken OfChannel(LocalIssuer issuer) => new(issuer.ChannelKey)
    {
        Claims = Times().With("iss", "https://api.botframework.com").With("aud", LocalIssuer.AppId).With("serviceurl", LocalIssuer.ServiceUrl),
    };

    public static IssuedToken OfEmulator(LocalIssuer issuer, string tenant = LocalIssuer.EmulatorTenant) => new(issuer.EntraKey)
    {
        Claims = Times().With("iss", $"https://login.microsoftonline.com/{tenant}/v2.0").With("aud", LocalIssuer.AppId)
            .With("ver", "2.0").With("azp", LocalIssuer.AppId).With("tid", tenant),
    };

    public static IssuedToken OfOldEmulator(LocalIssuer issuer, string tenant = LocalIssuer.EmulatorTenant) => new(issuer.EntraKey)
    {
        Claims = Times().With("iss", $"https://sts.windows.net/{tenant}/").With("aud", LocalIssuer.AppId)
            .With("ver", "1.0").With("appid", LocalIssuer.AppId).With("tid", tenant),
    };

    public static long In(double minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();

    public IssuedToken With(string claim, JsonNode? value) => this with { Claims = ((JsonObject)Claims.DeepClone()).With(claim, value) };

    public IssuedToken Without(string claim)
    {
        var claims = (JsonObject)Claims.DeepClone();
        claims.Remove(claim);
        return this with { Claims = claims };
    }

    public string Sign() => Handler.CreateToken(Claims.ToJsonString(), new SigningCredentials(Pair.Key, Algorithm));

    /// <summary>Signed, with whatever header and body.</summary>
    public string SignAs(string header, string? payload = null)
    {
        var signed = Base64UrlEncoder.Encode(header) + "." + Base64UrlEncoder.Encode(payload ?? Claims.ToJsonString());
        using var provider = new AsymmetricSignatureProvider(Pair.Key, SecurityAlgorithms.RsaSha256, willCreateSignatures: true);
        return signed + "." + Base64UrlEncoder.Encode(provider.Sign(System.Text.Encoding.ASCII.GetBytes(signed)));
    }

    /// <summary>Not signed with the key, but with an HMAC of this secret.</summary>
    public string SignWithSecret(byte[] secret, string algorithm)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = Pair.KeyId }.ToJsonString();
        var signed = Base64UrlEncoder.Encode(header) + "." + Base64UrlEncoder.Encode(Claims.ToJsonString());
        var data = System.Text.Encoding.ASCII.GetBytes(signed);
        var signature = algorithm == "HS512" ? HMACSHA512.HashData(secret, data) : HMACSHA256.HashData(secret, data);
        return signed + "." + Base64UrlEncoder.Encode(signature);
    }

    private static JsonObject Times() => new JsonObject().With("nbf", In(-1)).With("exp", In(60));
}

internal static class JsonObjectExtensions
{
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }
}
