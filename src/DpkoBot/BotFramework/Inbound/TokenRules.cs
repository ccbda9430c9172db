using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using DpkoBot.BotFramework.Outbound;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DpkoBot.BotFramework.Inbound;

/// <summary>What a token of one kind has to be beside well signed, for this bot and in time.</summary>
/// <param name="Keys">The keys of its issuers.</param>
internal abstract record TokenRules(SigningKeys Keys)
{
    /// <summary>Whether tokens of this issuer go by these rules. What the token says is not yet proven.</summary>
    public abstract bool AreFor(string issuer);

    /// <summary>Who calls, of a token that was verified; or why it is refused all the same.</summary>
    public abstract (Caller? Caller, string? Fault) Identify(JsonWebToken token, JsonWebKey key);

    protected static string? ClaimOf(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<object>(name, out var value) && value is string text ? text : null;
}

/// <summary>The tokens with which channels call.</summary>
internal sealed record ChannelTokenRules(SigningKeys Keys, string Issuer) : TokenRules(Keys)
{
    public override bool AreFor(string issuer) => issuer == Issuer;

    public override (Caller? Caller, string? Fault) Identify(JsonWebToken token, JsonWebKey key) =>
        (new ChannelCaller(ClaimOf(token, "serviceurl"), EndorsementsOf(key)), null);

    private static ImmutableArray<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
            ? value switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } list =>
                    [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
                IEnumerable<object> list => [.. list.OfType<string>()],
                _ => [],
            }
            : [];
}

/// <summary>The tokens with which the Emulator calls: such as Entra ID gives to whoever has the bot's own credentials.</summary>
internal sealed record EmulatorTokenRules(SigningKeys Keys, string AppId, FrozenDictionary<string, EmulatorIssuer> Issuers, ServiceUrlPolicy ServiceUrls)
    : TokenRules(Keys)
{
    // Those of Microsoft in which the Bot Framework's own applications live.
    private static readonly string[] Tenants =
        ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "cab8a31a-1906-4287-a0d8-4eef66b95f6e"];

    public static EmulatorTokenRules Of(SigningKeys keys, BotIdentityOptions options, ServiceUrlPolicy serviceUrls)
    {
        var login = Cloud.Of(options).LoginAuthority;
        string[] own = string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId) ? [] : [options.MicrosoftAppTenantId.Trim()];
        var issuers = Tenants.Concat(own).Distinct().SelectMany(tenant => (KeyValuePair<string, EmulatorIssuer>[])
        [
            new($"https://sts.windows.net/{tenant}/", new EmulatorIssuer(tenant, "1.0", "appid")),
            new($"https://login.microsoftonline.us/{tenant}/", new EmulatorIssuer(tenant, "1.0", "appid")),
            new($"{login}/{tenant}/v2.0", new EmulatorIssuer(tenant, "2.0", "azp")),
        ]);
        return new EmulatorTokenRules(keys, options.AppId, issuers.ToFrozenDictionary(StringComparer.Ordinal), serviceUrls);
    }

    public override bool AreFor(string issuer) => Issuers.ContainsKey(issuer);

    public override (Caller? Caller, string? Fault) Identify(JsonWebToken token, JsonWebKey key)
    {
        var issuer = Issuers[token.Issuer];
        return FaultOf(token, key, issuer) is { } fault ? (null, fault) : (new EmulatorCaller(ServiceUrls.AllowsEmulator), null);
    }

    private string? FaultOf(JsonWebToken token, JsonWebKey key, EmulatorIssuer issuer)
    {
        // Entra ID leaves the version out of no token, the SDK takes a token without one for the older.
        var version = ClaimOf(token, "ver") ?? "1.0";
        if (version != issuer.Version)
        {
            return "the token's version is not that of its issuer";
        }

        if (ClaimOf(token, issuer.AppClaim) != AppId)
        {
            return "the token was given to another application";
        }

        if (token.TryGetPayloadValue<object>("tid", out _) && ClaimOf(token, "tid") != issuer.Tenant)
        {
            return "the token's tenant is not that of its issuer";
        }

        return MaySignFor(key, issuer.Tenant) ? null : "the token's key signs for another tenant";
    }

    // Entra ID's list holds the keys of all tenants; some belong to one alone.
    private static bool MaySignFor(JsonWebKey key, string tenant) =>
        !key.AdditionalData.TryGetValue("issuer", out var value)
        || value?.ToString() is not { } issuer
        || issuer.Contains("{tenantid}", StringComparison.OrdinalIgnoreCase)
        || issuer.Contains(tenant, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An issuer of Emulator tokens.</summary>
/// <param name="Tenant">The tenant whose issuer it is.</param>
/// <param name="Version">The version of its tokens.</param>
/// <param name="AppClaim">The claim in which they name the application that got them.</param>
internal sealed record EmulatorIssuer(string Tenant, string Version, string AppClaim);
