namespace DpkoBot.BotFramework;

/// <summary>Where the Bot Framework's tokens come from.</summary>
/// <param name="ChannelIssuer">Who issues the tokens with which channels call.</param>
/// <param name="ChannelMetadata">Where that issuer tells its keys.</param>
/// <param name="EmulatorMetadata">Where Entra ID tells its keys, which sign the tokens with which the Emulator calls.</param>
/// <param name="LoginAuthority">Where the bot gets its own tokens, without the tenant.</param>
/// <param name="BotTenant">The tenant in which bots of several tenants get their tokens.</param>
/// <param name="Scope">What the bot's own tokens are for.</param>
public sealed record Cloud(
    string ChannelIssuer, string ChannelMetadata, string EmulatorMetadata, string LoginAuthority, string BotTenant, string Scope)
{
    public const string UsGovernmentChannelService = "https://botframework.azure.us";

    private const string AllPermissions = "/.default";

    private static readonly Cloud Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.com",
        "botframework.com",
        "https://api.botframework.com/.default");

    private static readonly Cloud UsGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.us",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default");

    public static Cloud Of(BotIdentityOptions options)
    {
        var cloud = options.ChannelService == UsGovernmentChannelService ? UsGovernment : Public;
        return cloud with
        {
            ChannelIssuer = Or(options.ToBotFromChannelTokenIssuer, cloud.ChannelIssuer),
            ChannelMetadata = Or(options.ToBotFromChannelOpenIdMetadataUrl, cloud.ChannelMetadata),
            EmulatorMetadata = Or(options.ToBotFromEmulatorOpenIdMetadataUrl, cloud.EmulatorMetadata),
            Scope = Or(options.ToChannelFromBotOAuthScope, cloud.Scope) is var scope && scope.EndsWith(AllPermissions, StringComparison.Ordinal) ? scope : scope + AllPermissions,
        };
    }

    /// <summary>Where the bot of these settings gets its tokens, with the tenant.</summary>
    public string AuthorityFor(BotIdentityOptions options) => Or(
        options.ToChannelFromBotLoginUrl,
        $"{LoginAuthority}/{(options.AppType == AppType.SingleTenant ? options.MicrosoftAppTenantId!.Trim() : BotTenant)}");

    private static string Or(string? setting, string ordinary) => string.IsNullOrWhiteSpace(setting) ? ordinary : setting.Trim();
}
