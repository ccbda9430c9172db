using System.Text;
using System.Text.Json.Nodes;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace DpkoBot.Tests.BotFramework.Inbound;

/// <summary>What must be refused, each with its status. <see cref="GoodCalls"/> holds what must not.</summary>
internal static class Attacks
{
    private const string Foreign = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private const string OtherApp = "99999999-8888-7777-6666-555555555555";

    public static readonly IReadOnlyDictionary<string, Func<LocalIssuer, Call>> All = new Dictionary<string, Func<LocalIssuer, Call>>
    {
        // No token, or none that could be read.
        ["no Authorization header"] = _ => Refused(Call.Plain),
        ["an empty Authorization header"] = _ => Refused(Call.WithHeader("")),
        ["Bearer and nothing else"] = _ => Refused(Call.WithHeader("Bearer ")),
        ["a good token without its scheme"] = issuer => Refused(Call.WithHeader(Channel(issuer).Sign())),
        ["Basic"] = _ => Refused(Call.WithHeader("Basic Ym90OmJvdA==")),
        ["a good token as Basic"] = issuer => Refused(Call.WithHeader("Basic " + Channel(issuer).Sign())),
        ["two Authorization headers, both good"] = issuer => Refused(Call.With(Channel(issuer).Sign()) with { SecondAuthorization = "Bearer " + Channel(issuer).Sign() }),
        ["two tokens in one header"] = issuer => Refused(Call.WithHeader($"Bearer {Channel(issuer).Sign()}, Bearer {Channel(issuer).Sign()}")),
        ["garbage"] = _ => Refused(Call.With("garbage")),
        ["three dots"] = _ => Refused(Call.With("...")),
        ["parts that are no base64"] = _ => Refused(Call.With("!!!.???.***")),
        ["parts that are no JSON"] = _ => Refused(Call.With("Zm9v.YmFy.YmF6")),
        ["a header that is a list"] = issuer => Refused(Call.With(Channel(issuer).SignAs("[]"))),
        ["a body that is a list"] = issuer => Refused(Call.With(Channel(issuer).SignAs(Header(issuer), "[]"))),
        ["a body nested 10,000 deep"] = issuer => Refused(Call.With(Channel(issuer).SignAs(Header(issuer), new string('[', 5_000)))),
        ["two parts"] = issuer => Refused(Call.With(Channel(issuer).Sign()[..Channel(issuer).Sign().LastIndexOf('.')])),
        ["five parts, as if encrypted"] = issuer => Refused(Call.With(Channel(issuer).Sign() + ".YWFh.YmJi")),
        ["truncated"] = issuer => Refused(Call.With(Channel(issuer).Sign()[..^20])),
        ["20 KB of a token"] = issuer => Refused(Call.With(Channel(issuer).With("pad", new string('x', 16_000)).Sign())),
        ["a header of 1 MB"] = _ => new(431, Call.With(new string('a', 1024 * 1024))),

        // Signatures.
        ["alg none"] = issuer => Refused(Call.With(Unsigned(issuer, "none"))),
        ["alg None"] = issuer => Refused(Call.With(Unsigned(issuer, "None"))),
        ["alg none with a good token's signature"] = issuer => Refused(Call.With(Unsigned(issuer, "none") + SignatureOf(Channel(issuer).Sign()))),
        ["HS256 with the public key as a file"] = issuer => Refused(Call.With(Channel(issuer).SignWithSecret(Encoding.ASCII.GetBytes(issuer.ChannelKey.PublicPem), "HS256"))),
        ["HS256 with the key's modulus"] = issuer => Refused(Call.With(Channel(issuer).SignWithSecret(issuer.ChannelKey.Modulus, "HS256"))),
        ["HS512 with the public key as a file"] = issuer => Refused(Call.With(Channel(issuer).SignWithSecret(Encoding.ASCII.GetBytes(issuer.ChannelKey.PublicPem), "HS512"))),
        ["PS256"] = issuer => Refused(Call.With((Channel(issuer) with { Algorithm = SecurityAlgorithms.RsaSsaPssSha256 }).Sign())),
        ["no alg"] = issuer => Refused(Call.With(Channel(issuer).SignAs($$"""{"typ":"JWT","kid":"{{issuer.ChannelKey.KeyId}}"}"""))),
        ["another key under a known kid"] = issuer => Refused(Call.With((Channel(issuer) with { Pair = new SigningPair(issuer.ChannelKey.KeyId) }).Sign())),
        ["another key that the token brings along"] = issuer => Refused(Call.With(WithKeyInside(issuer))),
        ["no kid"] = issuer => Refused(Call.With(Channel(issuer).SignAs("""{"alg":"RS256","typ":"JWT"}"""))),
        ["an empty kid"] = issuer => Refused(Call.With(Channel(issuer).SignAs("""{"alg":"RS256","typ":"JWT","kid":""}"""))),
        ["an unknown kid"] = issuer => Refused(Call.With((Channel(issuer) with { Pair = new SigningPair("unknown") }).Sign())),
        ["a kid in another case"] = issuer => Refused(Call.With(Channel(issuer).SignAs($$"""{"alg":"RS256","kid":"{{issuer.ChannelKey.KeyId.ToUpperInvariant()}}"}"""))),
        ["a kid that is a number"] = issuer => Refused(Call.With(Channel(issuer).SignAs("""{"alg":"RS256","kid":7}"""))),
        ["an extension that must be understood"] = issuer => Refused(Call.With(Channel(issuer).SignAs($$"""{"alg":"RS256","kid":"{{issuer.ChannelKey.KeyId}}","crit":["b64"],"b64":false}"""))),
        ["a body changed after signing"] = issuer => Refused(Call.With(Tampered(Channel(issuer)))),
        ["a signature of another token"] = issuer => Refused(Call.With(Unsigned(issuer, "RS256") + SignatureOf(Channel(issuer).With("nbf", IssuedToken.In(-2)).Sign()))),

        // Whose token, for whom, and when.
        ["another issuer"] = issuer => Refused(Call.With(Channel(issuer).With("iss", "https://evil.example.org").Sign())),
        ["an issuer that starts like the right one"] = issuer => Refused(Call.With(Channel(issuer).With("iss", "https://api.botframework.com.example.org").Sign())),
        ["the issuer with a slash more"] = issuer => Refused(Call.With(Channel(issuer).With("iss", "https://api.botframework.com/").Sign())),
        ["the issuer of the US Government's cloud"] = issuer => Refused(Call.With(Channel(issuer).With("iss", "https://api.botframework.us").Sign())),
        ["no issuer"] = issuer => Refused(Call.With(Channel(issuer).Without("iss").Sign())),
        ["two issuers"] = issuer => Refused(Call.With(Channel(issuer).With("iss", new JsonArray("https://api.botframework.com", "x")).Sign())),
        ["another bot's token"] = issuer => Refused(Call.With(Channel(issuer).With("aud", OtherApp).Sign())),
        ["no audience"] = issuer => Refused(Call.With(Channel(issuer).Without("aud").Sign())),
        ["an empty audience"] = issuer => Refused(Call.With(Channel(issuer).With("aud", "").Sign())),
        ["expired beyond the skew"] = issuer => Refused(Call.With(Channel(issuer).With("nbf", IssuedToken.In(-60)).With("exp", IssuedToken.In(-6)).Sign())),
        ["not yet valid"] = issuer => Refused(Call.With(Channel(issuer).With("nbf", IssuedToken.In(6)).Sign())),
        ["no exp"] = issuer => Refused(Call.With(Channel(issuer).Without("exp").Sign())),
        ["an exp that is a text"] = issuer => Refused(Call.With(Channel(issuer).SignAs(Header(issuer), Channel(issuer).With("exp", "tomorrow").Claims.ToJsonString()))),
        ["an exp before the nbf"] = issuer => Refused(Call.With(Channel(issuer).SignAs(Header(issuer), Channel(issuer).With("nbf", IssuedToken.In(4)).With("exp", IssuedToken.In(3)).Claims.ToJsonString()))),
        ["an exp beyond all time"] = issuer => Refused(Call.With(Channel(issuer).SignAs(Header(issuer), Channel(issuer).Without("exp").Claims.ToJsonString()[..^1] + ",\"exp\":1e400}"))),

        // The channel's token and the activity.
        ["a key without endorsements"] = issuer => Refused(Call.With((Channel(issuer) with { Pair = issuer.UnendorsedKey }).Sign())),
        ["a key endorsed for another channel"] = issuer => Refused(Call.With((Channel(issuer) with { Pair = issuer.SmsKey }).Sign())),
        ["a channel that the key is not endorsed for"] = issuer => Refused(Call.With(Channel(issuer).Sign()) with { Activity = Call.Message with { ChannelId = "emulator" } }),
        ["a channel in another case"] = issuer => Refused(Call.With(Channel(issuer).Sign()) with { Activity = Call.Message with { ChannelId = "MSTeams" } }),
        ["no channel"] = issuer => Refused(Call.With(Channel(issuer).Sign()) with { Activity = Call.Message with { ChannelId = null } }),
        ["a service URL on another host"] = issuer => Refused(To(issuer, "https://webchat.botframework.com/")),
        ["a service URL on a host that starts like the right one"] = issuer => Refused(To(issuer, "https://smba.trafficmanager.net.example.org/emea/")),
        ["a service URL with a user"] = issuer => Refused(To(issuer, "https://smba.trafficmanager.net@example.org/emea/")),
        ["a service URL on another path"] = issuer => Refused(To(issuer, "https://smba.trafficmanager.net/amer/")),
        ["a service URL with a port"] = issuer => Refused(To(issuer, "https://smba.trafficmanager.net:8443/emea/")),
        ["no service URL"] = issuer => Refused(To(issuer, null)),
        ["a token without a service URL"] = issuer => Refused(Call.With(Channel(issuer).Without("serviceurl").Sign())),
        ["a token with two service URLs"] = issuer => Refused(Call.With(Channel(issuer).With("serviceurl", new JsonArray(LocalIssuer.ServiceUrl, "x")).Sign())),
        ["a channel's own token for a host that is no connector"] = issuer => new(400, Bound(issuer, "https://example.org/")),
        ["a channel's own token for a service URL with a user"] = issuer => new(400, Bound(issuer, "https://user:x@smba.trafficmanager.net/emea/")),
        ["a channel's own token for this machine"] = issuer => new(400, Bound(issuer, "http://localhost:5000/")),

        // The Emulator.
        ["an Emulator token of a foreign tenant"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer, Foreign).Sign())),
        ["an older Emulator token of a foreign tenant"] = issuer => Refused(Call.With(IssuedToken.OfOldEmulator(issuer, Foreign).Sign())),
        ["a forged tid, which names the tenant of the issuer to be"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer, Foreign).With("tid", LocalIssuer.EmulatorTenant).Sign())),
        ["the right issuer with a foreign tid"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).With("tid", Foreign).Sign())),
        ["appid of another bot"] = issuer => Refused(Call.With(IssuedToken.OfOldEmulator(issuer).With("appid", OtherApp).Sign())),
        ["appid missing"] = issuer => Refused(Call.With(IssuedToken.OfOldEmulator(issuer).Without("appid").Sign())),
        ["azp of another bot"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).With("azp", OtherApp).Sign())),
        ["azp missing"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).Without("azp").Sign())),
        ["appid in the place of azp"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).Without("azp").With("appid", LocalIssuer.AppId).Sign())),
        ["an unknown version"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).With("ver", "3.0").Sign())),
        ["the older version from the newer issuer"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).With("ver", "1.0").With("appid", LocalIssuer.AppId).Sign())),
        ["an Emulator token for another bot"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).With("aud", OtherApp).Sign())),
        ["an Emulator token of another tenant's own key"] = issuer => Refused(Call.With((IssuedToken.OfEmulator(issuer) with { Pair = issuer.ForeignTenantKey }).Sign())),
        ["an Emulator token signed by a channel's key"] = issuer => Refused(Call.With((IssuedToken.OfEmulator(issuer) with { Pair = issuer.ChannelKey }).Sign())),
        ["a channel's token signed by Entra ID"] = issuer => Refused(Call.With((Channel(issuer) with { Pair = issuer.EntraKey }).Sign())),
        ["an Emulator token for a connector of the Bot Framework"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).Sign())),
        ["an Emulator token for any host"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).Sign()) with { Activity = Call.Message with { ServiceUrl = "https://example.org" } }),
        ["an Emulator token without a channel"] = issuer => Refused(Call.With(IssuedToken.OfEmulator(issuer).Sign()) with { Activity = Call.Message with { ChannelId = null, ServiceUrl = null } }),
    };

    private static IssuedToken Channel(LocalIssuer issuer) => IssuedToken.OfChannel(issuer);

    private static Call Refused(Call call) => call with { Status = 401 };

    private static Call To(LocalIssuer issuer, string? serviceUrl) =>
        Call.With(Channel(issuer).Sign()) with { Activity = Call.Message with { ServiceUrl = serviceUrl } };

    // The token is right and says the same URL as the activity.
    private static Call Bound(LocalIssuer issuer, string serviceUrl) =>
        Call.With(Channel(issuer).With("serviceurl", serviceUrl).Sign()) with { Activity = Call.Message with { ServiceUrl = serviceUrl, DeliveryMode = null } };

    private static string Header(LocalIssuer issuer) => $$"""{"alg":"RS256","typ":"JWT","kid":"{{issuer.ChannelKey.KeyId}}"}""";

    private static string Unsigned(LocalIssuer issuer, string algorithm) =>
        Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"{{issuer.ChannelKey.KeyId}}"}""") + "." + Base64UrlEncoder.Encode(Channel(issuer).Claims.ToJsonString()) + ".";

    private static string SignatureOf(string token) => token[(token.LastIndexOf('.') + 1)..];

    private static string Tampered(IssuedToken token)
    {
        var parts = token.Sign().Split('.');
        return $"{parts[0]}.{Base64UrlEncoder.Encode(token.With("exp", IssuedToken.In(600)).Claims.ToJsonString())}.{parts[2]}";
    }

    private static string WithKeyInside(LocalIssuer issuer)
    {
        var own = new SigningPair(issuer.ChannelKey.KeyId, "msteams");
        return (Channel(issuer) with { Pair = own }).SignAs($$"""{"alg":"RS256","kid":"{{own.KeyId}}","jwk":{{own.ToJwk().ToJsonString()}}}""");
    }
}

/// <summary>A request to /api/messages.</summary>
internal sealed record Call(int Status, string? Authorization, Activity Activity)
{
    public Call(int status, Call other)
        : this(other) => Status = status;

    public string? SecondAuthorization { get; init; }

    public static Activity Message { get; } = Incoming.Message(channelId: ChannelIds.Teams) with { ServiceUrl = LocalIssuer.ServiceUrl };

    public static Call Plain { get; } = new(200, null, Message);

    public static Call WithHeader(string authorization) => Plain with { Authorization = authorization };

    public static Call With(string token) => WithHeader("Bearer " + token);
}
