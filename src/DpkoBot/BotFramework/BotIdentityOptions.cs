namespace DpkoBot.BotFramework;

/// <summary>Who the bot is and whom it answers; the settings are named as the Bot Framework SDK names them.</summary>
public sealed class BotIdentityOptions
{
    /// <summary><c>SingleTenant</c>, <c>MultiTenant</c> or <c>UserAssignedMSI</c>; empty means SingleTenant where there is a tenant.</summary>
    public string? MicrosoftAppType { get; set; }

    public string? MicrosoftAppId { get; set; }

    public string? MicrosoftAppPassword { get; set; }

    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>A certificate with its private key (.pfx, or .pem with both), in the place of a password.</summary>
    public string? MicrosoftAppCertificatePath { get; set; }

    public string? MicrosoftAppCertificatePassword { get; set; }

    /// <summary>Empty for the public cloud, <c>https://botframework.azure.us</c> for that of the US Government.</summary>
    public string? ChannelService { get; set; }

    /// <summary>The five take the place of what <see cref="ChannelService"/> says, for clouds of one's own.</summary>
    public string? ToBotFromChannelTokenIssuer { get; set; }

    public string? ToBotFromChannelOpenIdMetadataUrl { get; set; }

    public string? ToBotFromEmulatorOpenIdMetadataUrl { get; set; }

    public string? ToChannelFromBotLoginUrl { get; set; }

    public string? ToChannelFromBotOAuthScope { get; set; }

    /// <summary>Answers requests that nobody vouches for, outside Development too.</summary>
    public bool DangerouslyAllowUnauthenticatedRequests { get; set; }

    public bool HasAppId => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    /// <summary>The app id as tokens write it. Only where <see cref="HasAppId"/>.</summary>
    public string AppId => Guid.Parse(MicrosoftAppId!).ToString();

    public AppType AppType => MicrosoftAppType?.Trim().ToUpperInvariant() switch
    {
        "SINGLETENANT" => AppType.SingleTenant,
        "MULTITENANT" => AppType.MultiTenant,
        "USERASSIGNEDMSI" => AppType.UserAssignedMsi,
        null or "" => string.IsNullOrWhiteSpace(MicrosoftAppTenantId) ? AppType.MultiTenant : AppType.SingleTenant,
        _ => AppType.Unknown,
    };
}

public enum AppType
{
    Unknown,
    SingleTenant,
    MultiTenant,
    UserAssignedMsi,
}
