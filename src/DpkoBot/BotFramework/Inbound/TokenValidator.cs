using DpkoBot.BotFramework.Outbound;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DpkoBot.BotFramework.Inbound;

/// <summary>Tells true tokens from forged ones. Nothing that a token says changes anything here before it is proven.</summary>
public sealed class TokenValidator
{
    // Real ones have some 1,500 characters.
    private const int MaxTokenLength = 16_384;

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = MaxTokenLength };
    private readonly TokenRules[] rules = [];
    private readonly string appId = "";

    public TokenValidator(
        IOptions<BotIdentityOptions> options, ServiceUrlPolicy serviceUrls, IHttpClientFactory clients, TimeProvider time, ILogger<SigningKeys> logger)
    {
        if (!options.Value.HasAppId)
        {
            return;
        }

        var cloud = Cloud.Of(options.Value);
        appId = options.Value.AppId;
        rules =
        [
            new ChannelTokenRules(new SigningKeys(cloud.ChannelMetadata, clients, time, logger), cloud.ChannelIssuer),
            EmulatorTokenRules.Of(new SigningKeys(cloud.EmulatorMetadata, clients, time, logger), options.Value, serviceUrls),
        ];
    }

    /// <summary>Who calls with this token; or why it is refused, for the log.</summary>
    public async Task<(Caller? Caller, string? Fault)> ValidateAsync(string encoded, CancellationToken cancellationToken)
    {
        try
        {
            return await ValidateAsync(handler.ReadJsonWebToken(encoded), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A token can be malformed in more ways than there are documented exceptions, and none of them may let it pass.
            return (null, $"the token cannot be read ({exception.GetType().Name})");
        }
    }

    private async Task<(Caller? Caller, string? Fault)> ValidateAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (Array.Find(rules, rules => rules.AreFor(token.Issuer)) is not { } own)
        {
            return (null, "the token's issuer is none whose tokens are accepted");
        }

        // Extensions that must be understood, of which none is.
        if (token.TryGetHeaderValue<object>("crit", out _))
        {
            return (null, "the token asks for an extension");
        }

        if (string.IsNullOrEmpty(token.Kid) || !Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            return (null, "the token names no key, or an algorithm that is not accepted");
        }

        if (await own.Keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return (null, "the token's key is none of its issuer's, or these cannot be had");
        }

        var result = await handler.ValidateTokenAsync(token, ParametersFor(token.Issuer, key));
        return result.IsValid ? own.Identify(token, key) : (null, $"the token is not valid ({result.Exception?.GetType().Name})");
    }

    private TokenValidationParameters ParametersFor(string issuer, JsonWebKey key) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = appId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        ClockSkew = TimeSpan.FromMinutes(5),
    };
}
