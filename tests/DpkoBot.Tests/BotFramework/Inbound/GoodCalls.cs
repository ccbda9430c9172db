using DpkoBot.Activities;
using DpkoBot.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace DpkoBot.Tests.BotFramework.Inbound;

/// <summary>What must be answered; the other half of <see cref="Attacks"/>.</summary>
internal static class GoodCalls
{
    public static readonly IReadOnlyDictionary<string, Func<LocalIssuer, Call>> All = new Dictionary<string, Func<LocalIssuer, Call>>
    {
        ["a channel's token"] = issuer => Call.With(IssuedToken.OfChannel(issuer).Sign()),
        ["RS384"] = issuer => Call.With((IssuedToken.OfChannel(issuer) with { Algorithm = SecurityAlgorithms.RsaSha384 }).Sign()),
        ["RS512"] = issuer => Call.With((IssuedToken.OfChannel(issuer) with { Algorithm = SecurityAlgorithms.RsaSha512 }).Sign()),
        ["another channel of the same key"] = issuer => Call.With(IssuedToken.OfChannel(issuer).Sign()) with { Activity = Call.Message with { ChannelId = "webchat" } },
        ["another key for another channel"] = issuer => Call.With((IssuedToken.OfChannel(issuer) with { Pair = issuer.SmsKey }).Sign()) with { Activity = Call.Message with { ChannelId = "sms" } },
        ["expired within the skew"] = issuer => Call.With(IssuedToken.OfChannel(issuer).With("nbf", IssuedToken.In(-60)).With("exp", IssuedToken.In(-4)).Sign()),
        ["not yet valid within the skew"] = issuer => Call.With(IssuedToken.OfChannel(issuer).With("nbf", IssuedToken.In(4)).Sign()),
        ["no nbf"] = issuer => Call.With(IssuedToken.OfChannel(issuer).Without("nbf").Sign()),
        ["further claims"] = issuer => Call.With(IssuedToken.OfChannel(issuer).With("x", 1).With("tid", "whatever").Sign()),
        ["a service URL in another case"] = issuer => Call.With(IssuedToken.OfChannel(issuer).With("serviceurl", LocalIssuer.ServiceUrl.ToUpperInvariant()).Sign()),
        ["the scheme in another case"] = issuer => Call.WithHeader("bearer " + IssuedToken.OfChannel(issuer).Sign()),
        ["a header without typ"] = issuer => Call.With(IssuedToken.OfChannel(issuer).SignAs($$"""{"alg":"RS256","kid":"{{issuer.ChannelKey.KeyId}}"}""")),
        ["the Emulator"] = issuer => Emulator(IssuedToken.OfEmulator(issuer)),
        ["the Emulator with an older token"] = issuer => Emulator(IssuedToken.OfOldEmulator(issuer)),
        ["the Emulator, tenant f8cdef31"] = issuer => Emulator(IssuedToken.OfEmulator(issuer, "f8cdef31-a31e-4b4a-93e4-5f571e91255a")),
        ["the Emulator, older, tenant f8cdef31"] = issuer => Emulator(IssuedToken.OfOldEmulator(issuer, "f8cdef31-a31e-4b4a-93e4-5f571e91255a")),
        ["the Emulator, older, tenant cab8a31a"] = issuer => Emulator(IssuedToken.OfOldEmulator(issuer, "cab8a31a-1906-4287-a0d8-4eef66b95f6e")),
        ["the Emulator in the bot's own tenant"] = issuer => Emulator(IssuedToken.OfEmulator(issuer, LocalIssuer.Tenant)),
        ["the Emulator, older, without a version"] = issuer => Emulator(IssuedToken.OfOldEmulator(issuer).Without("ver")),
        ["the Emulator through a tunnel that the operator allowed"] = issuer =>
            Emulator(IssuedToken.OfEmulator(issuer)) with { Activity = Call.Message with { ChannelId = "emulator", ServiceUrl = "https://tunnel.example.org" } },
    };

    private static Call Emulator(IssuedToken token) =>
        Call.With(token.Sign()) with { Activity = Call.Message with { ChannelId = ChannelIds.Emulator, ServiceUrl = null } };
}
