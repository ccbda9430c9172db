using DpkoBot.BotFramework;
using DpkoBot.BotFramework.Outbound;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace DpkoBot.Tests.BotFramework.Outbound;

public class ServiceUrlPolicyTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net/amer/tenant/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://directline.botframework.com")]
    [InlineData("https://pva.botframework.azure.us/x")]
    public void The_Bot_Frameworks_connectors_are_allowed_everywhere(string url)
    {
        Assert.True(Allows(url, Environments.Production));
        Assert.True(Allows(url, Environments.Development));
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    [InlineData("https://localhost:5001")]
    public void This_machine_is_allowed_in_Development_alone(string url)
    {
        Assert.True(Allows(url, Environments.Development));
        Assert.False(Allows(url, Environments.Production));
        Assert.False(Allows(url, Environments.Staging));
    }

    [Theory]
    [InlineData("http://webchat.botframework.com/")]
    [InlineData("https://botframework.com.example.org/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://other.trafficmanager.net/")]
    [InlineData("https://user:password@webchat.botframework.com/")]
    [InlineData("https://webchat.botframework.com.")]
    [InlineData("ftp://webchat.botframework.com/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("//webchat.botframework.com/")]
    [InlineData("http://10.0.0.1/")]
    public void Nothing_else_is_allowed_anywhere(string url)
    {
        Assert.False(Allows(url, Environments.Production));
        Assert.False(Allows(url, Environments.Development));
    }

    [Fact]
    public async Task Further_hosts_are_a_setting()
    {
        await using var host = new BotHost().In(Environments.Production).With("BotFramework:AllowedServiceHosts:0", "connector.example.org");
        var policy = host.Services.GetRequiredService<ServiceUrlPolicy>();

        Assert.True(policy.Allows("https://connector.example.org/v1"));
        Assert.False(policy.Allows("http://connector.example.org/v1"));
        Assert.False(policy.Allows("https://example.org"));
    }

    private static bool Allows(string url, string environment) =>
        new ServiceUrlPolicy(Options.Create(new BotFrameworkOptions()), new HostingEnvironment { EnvironmentName = environment }).Allows(url);
}
