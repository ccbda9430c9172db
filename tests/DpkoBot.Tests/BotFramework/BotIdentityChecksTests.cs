using DpkoBot.BotFramework;

namespace DpkoBot.Tests.BotFramework;

public class BotIdentityChecksTests
{
    private const string Id = "6a1c7f0e-8c1b-4c53-9d2e-2f0a6a7e1b11";

    public static TheoryData<string, BotIdentityOptions> Wrong => new()
    {
        { "MicrosoftAppId", new() { MicrosoftAppId = "dpkobot", MicrosoftAppPassword = "secret" } },
        { "MicrosoftAppId", new() { MicrosoftAppPassword = "secret" } },
        { "MicrosoftAppId", new() { MicrosoftAppTenantId = "secret" } },
        { "MicrosoftAppId", new() { MicrosoftAppType = "MultiTenant" } },
        { "MicrosoftAppType", new() { MicrosoftAppId = Id, MicrosoftAppPassword = "secret", MicrosoftAppType = "Single" } },
        { "MicrosoftAppTenantId", new() { MicrosoftAppId = Id, MicrosoftAppPassword = "secret", MicrosoftAppType = "SingleTenant" } },
        { "MicrosoftAppPassword", new() { MicrosoftAppId = Id } },
        { "MicrosoftAppPassword", new() { MicrosoftAppId = Id, MicrosoftAppPassword = "secret", MicrosoftAppCertificatePath = Path.GetTempPath() } },
        { "MicrosoftAppPassword", new() { MicrosoftAppId = Id, MicrosoftAppPassword = "secret", MicrosoftAppType = "UserAssignedMSI" } },
        { "MicrosoftAppCertificatePath", new() { MicrosoftAppId = Id, MicrosoftAppCertificatePath = "/no/such/file.pfx" } },
        { "DangerouslyAllowUnauthenticatedRequests", new() { MicrosoftAppId = Id, MicrosoftAppPassword = "secret", DangerouslyAllowUnauthenticatedRequests = true } },
        { "ChannelService", new() { ChannelService = "https://example.org" } },
        { "ToBotFromChannelOpenIdMetadataUrl", new() { ToBotFromChannelOpenIdMetadataUrl = "http://example.org" } },
        { "ToBotFromEmulatorOpenIdMetadataUrl", new() { ToBotFromEmulatorOpenIdMetadataUrl = "nonsense" } },
        { "ToChannelFromBotLoginUrl", new() { ToChannelFromBotLoginUrl = "http://localhost/x" } },
    };

    public static TheoryData<BotIdentityOptions> Right => new(
        new BotIdentityOptions(),
        new BotIdentityOptions { DangerouslyAllowUnauthenticatedRequests = true },
        new BotIdentityOptions { MicrosoftAppId = Id, MicrosoftAppPassword = "secret" },
        new BotIdentityOptions { MicrosoftAppId = Id.ToUpperInvariant(), MicrosoftAppPassword = "secret", MicrosoftAppType = "multitenant" },
        new BotIdentityOptions { MicrosoftAppId = Id, MicrosoftAppPassword = "secret", MicrosoftAppTenantId = "contoso.example", MicrosoftAppType = "SingleTenant" },
        new BotIdentityOptions { MicrosoftAppId = Id, MicrosoftAppType = "UserAssignedMSI" },
        new BotIdentityOptions { ChannelService = "https://botframework.azure.us" },
        new BotIdentityOptions { ToBotFromChannelOpenIdMetadataUrl = "http://localhost:1/x" });

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_identity_is_told_with_the_settings_name_and_without_its_secret(string setting, BotIdentityOptions options)
    {
        var result = new BotIdentityChecks().Validate(null, options);

        Assert.True(result.Failed);
        Assert.Contains(setting, result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void What_is_whole_is_taken(BotIdentityOptions options) => Assert.True(new BotIdentityChecks().Validate(null, options).Succeeded);

    [Fact]
    public void Where_the_tenant_is_told_and_the_type_is_not_the_bot_is_of_this_tenant()
    {
        Assert.Equal(AppType.SingleTenant, new BotIdentityOptions { MicrosoftAppTenantId = "t" }.AppType);
        Assert.Equal(AppType.MultiTenant, new BotIdentityOptions().AppType);
    }

    [Theory]
    [InlineData("", "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com/.default")]
    [InlineData("https://botframework.azure.us", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "https://api.botframework.us/.default")]
    public void Each_cloud_has_its_login(string channelService, string authority, string scope)
    {
        var options = new BotIdentityOptions { ChannelService = channelService };

        Assert.Equal((authority, scope), (Cloud.Of(options).AuthorityFor(options), Cloud.Of(options).Scope));
    }
}
