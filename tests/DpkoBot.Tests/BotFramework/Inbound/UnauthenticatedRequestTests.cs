using System.Net;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DpkoBot.Tests.BotFramework.Inbound;

public class UnauthenticatedRequestTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_Development_nobody_is_answered_and_the_log_says_why(string environment)
    {
        await using var host = new BotHost().In(environment);

        using var response = await host.PostAsync(Incoming.Message());

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Contains(host.Log.Entries, entry => entry.Level == LogLevel.Warning && entry.Text.Contains("MicrosoftAppId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_stranger_is_not_read_at_all()
    {
        await using var host = new BotHost().In(Environments.Production);

        using var response = await host.PostAsync("{ this is not JSON");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, host.Conversations.Count);
    }

    [Fact]
    public async Task A_setting_with_a_frightening_name_answers_everybody_and_warns_at_the_start()
    {
        await using var host = new BotHost().In(Environments.Production).With("DangerouslyAllowUnauthenticatedRequests", "true");

        Assert.NotEmpty(await host.AskAsync(Incoming.Message()));
        Assert.Contains(host.Log.Entries, entry =>
            entry.Level == LogLevel.Warning && entry.Text.Contains("DangerouslyAllowUnauthenticatedRequests", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Development_everybody_is_answered_without_a_warning()
    {
        await using var host = new BotHost();

        Assert.NotEmpty(await host.AskAsync(Incoming.Message()));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains("Dangerously", StringComparison.Ordinal));
    }
}
