using Microsoft.Extensions.Options;

namespace DpkoBot.BotFramework;

/// <summary>Finds settings with which the bot could not prove who it is, or could not tell who calls. No sentence repeats a secret.</summary>
internal sealed class BotIdentityChecks : IValidateOptions<BotIdentityOptions>
{
    public ValidateOptionsResult Validate(string? name, BotIdentityOptions options)
    {
        string[] problems = [.. options.HasAppId ? ProblemsOfIdentity(options) : ProblemsWithoutIdentity(options), .. ProblemsOfCloud(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsWithoutIdentity(BotIdentityOptions options)
    {
        (string Name, string? Value)[] settings =
        [
            (nameof(options.MicrosoftAppType), options.MicrosoftAppType),
            (nameof(options.MicrosoftAppPassword), options.MicrosoftAppPassword),
            (nameof(options.MicrosoftAppTenantId), options.MicrosoftAppTenantId),
            (nameof(options.MicrosoftAppCertificatePath), options.MicrosoftAppCertificatePath),
        ];
        return settings.Where(setting => IsSet(setting.Value)).Select(setting =>
            $"{setting.Name} is set and MicrosoftAppId is empty: without an app id the bot has no identity, so that the one cannot be meant without the other.");
    }

    private static IEnumerable<string> ProblemsOfIdentity(BotIdentityOptions options)
    {
        if (!Guid.TryParse(options.MicrosoftAppId, out _))
        {
            yield return "MicrosoftAppId must be the application (client) ID of the bot's registration, such as 11111111-2222-3333-4444-555555555555.";
        }

        if (options.DangerouslyAllowUnauthenticatedRequests)
        {
            yield return "DangerouslyAllowUnauthenticatedRequests must be false where MicrosoftAppId is set: a bot with an identity answers only callers who can prove theirs.";
        }

        if (options.AppType == AppType.Unknown)
        {
            yield return "MicrosoftAppType must be SingleTenant, MultiTenant or UserAssignedMSI.";
        }

        if (options.AppType == AppType.SingleTenant && !IsSet(options.MicrosoftAppTenantId))
        {
            yield return "MicrosoftAppTenantId must be the tenant of the bot's registration where MicrosoftAppType is SingleTenant.";
        }

        foreach (var problem in ProblemsOfCredential(options))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> ProblemsOfCredential(BotIdentityOptions options)
    {
        var (password, certificate) = (IsSet(options.MicrosoftAppPassword), IsSet(options.MicrosoftAppCertificatePath));
        if (options.AppType == AppType.UserAssignedMsi)
        {
            if (password || certificate)
            {
                yield return "MicrosoftAppPassword and MicrosoftAppCertificatePath must be empty where MicrosoftAppType is UserAssignedMSI: a managed identity has neither.";
            }
        }
        else if (password == certificate)
        {
            yield return "Either MicrosoftAppPassword or MicrosoftAppCertificatePath must be set where MicrosoftAppId is: without one of them the bot cannot send a reply.";
        }

        if (certificate && !File.Exists(options.MicrosoftAppCertificatePath))
        {
            yield return "MicrosoftAppCertificatePath names a file that is not there.";
        }
    }

    private static IEnumerable<string> ProblemsOfCloud(BotIdentityOptions options)
    {
        if (IsSet(options.ChannelService) && options.ChannelService != Cloud.UsGovernmentChannelService)
        {
            yield return $"ChannelService must be empty, or {Cloud.UsGovernmentChannelService} for the cloud of the US Government.";
        }

        (string Name, string? Value)[] addresses =
        [
            (nameof(options.ToBotFromChannelOpenIdMetadataUrl), options.ToBotFromChannelOpenIdMetadataUrl),
            (nameof(options.ToBotFromEmulatorOpenIdMetadataUrl), options.ToBotFromEmulatorOpenIdMetadataUrl),
        ];
        if (IsSet(options.ToChannelFromBotLoginUrl) && !IsHttps(options.ToChannelFromBotLoginUrl!))
        {
            yield return "ToChannelFromBotLoginUrl must be an address with https, such as https://login.microsoftonline.com/botframework.com.";
        }

        foreach (var (name, value) in addresses.Where(address => IsSet(address.Value) && !IsSafe(address.Value!)))
        {
            yield return $"{name} must be an address with https; http is for this machine alone.";
        }
    }

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);

    private static bool IsSafe(string address) =>
        IsHttps(address) || (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps;
}
