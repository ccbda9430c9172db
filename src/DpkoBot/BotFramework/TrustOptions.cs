namespace DpkoBot.BotFramework;

/// <summary>Who the bot is and whom it answers; the settings are named as the Bot Framework SDK names them.</summary>
public sealed class TrustOptions
{
    public string? MicrosoftAppId { get; set; }

    public string? MicrosoftAppPassword { get; set; }

    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>Answers requests that nobody vouches for, outside Development too.</summary>
    public bool DangerouslyAllowUnauthenticatedRequests { get; set; }

    /// <summary>Whether the settings ask for what this version cannot do: to tell true tokens from forged ones.</summary>
    public bool AsksForTokens =>
        !string.IsNullOrWhiteSpace(MicrosoftAppId)
        || !string.IsNullOrWhiteSpace(MicrosoftAppPassword)
        || !string.IsNullOrWhiteSpace(MicrosoftAppTenantId);
}
