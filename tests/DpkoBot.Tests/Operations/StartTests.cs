using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Operations;

/// <summary>A start that cannot succeed ends with exit code 1 and sentences, never with a stack trace.</summary>
public partial class StartTests
{
    [Theory]
    [InlineData("Conversation:IdleMinutes", "0")]
    [InlineData("Conversation:IdleMinutes", "soon")]
    [InlineData("Conversation:MaxConversations", "-1")]
    [InlineData("BotFramework:MaxRequestKilobytes", "0")]
    [InlineData("BotFramework:AttemptSeconds", "13")]
    [InlineData("BotFramework:TurnSeconds", "3600")]
    [InlineData("DirectLine:SiteSecret", "too short")]
    [InlineData("DirectLine:AllowedOrigins:0", "*")]
    [InlineData("DirectLine:AllowedOrigins:0", "https://www.example.org/")]
    [InlineData("DirectLine:AllowedOrigins:0", "www.example.org")]
    [InlineData("DirectLine:MessagesPerMinute", "0")]
    [InlineData("DirectLine:RequestsPerMinute", "0")]
    [InlineData("DirectLine:MaxSockets", "0")]
    [InlineData("Limits:RequestsPerMinute", "0")]
    [InlineData("Limits:Connections", "0")]
    [InlineData("Proxies:Trusted:0", "everybody")]
    [InlineData("Proxies:Hops", "0")]
    [InlineData("Telemetry:Prometheus", "perhaps")]
    [InlineData("ConnectionStrings:Redis", "localhost:6379,nonsense=1")]
    [InlineData("DangerouslyAllowUnauthenticatedRequests", "perhaps")]
    [InlineData("MicrosoftAppId", "11111111-2222-3333-4444-555555555555")]
    [InlineData("MicrosoftAppPassword", "secret")]
    [InlineData("MicrosoftAppTenantId", "tenant")]
    [InlineData("Knowledge:CheckSeconds", "-1")]
    [InlineData("Knowledge:Folder", "nowhere")]
    [InlineData("Knowledge:Folder", "")]
    [InlineData("Urls", "nonsense")]
    [InlineData("Urls", "http://localhost:port")]
    [InlineData("Urls", "http://localhost:99999")]
    [InlineData("Urls", "ftp://localhost:21")]
    [InlineData("Urls", "http://localhost:5000/path")]
    public async Task A_wrong_setting_stops_the_host_with_a_sentence_that_names_it(string setting, string value)
    {
        var (exitCode, output, errors) = await HostProcess.RunAsync($"--{setting}={value}");

        Assert.Equal(1, exitCode);
        Assert.Contains(setting.Replace(":0", "", StringComparison.Ordinal), errors, StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once()
    {
        var (_, _, errors) = await HostProcess.RunAsync("--Conversation:IdleMinutes=0", "--MicrosoftAppId=x", "--Urls=nonsense", "--Knowledge:Folder=nowhere");

        Assert.All(
            (string[])["Conversation:IdleMinutes", "MicrosoftAppId", "Urls", "Knowledge:Folder"],
            setting => Assert.Contains(setting, errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_app_ids_sentence_does_not_repeat_the_password()
    {
        var (_, output, errors) = await HostProcess.RunAsync("--MicrosoftAppPassword=hunter2");

        Assert.DoesNotContain("hunter2", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var (exitCode, output, errors) = await HostProcess.RunAsync($"--urls={url}");

        Assert.Equal(1, exitCode);
        Assert.Contains(url, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        AssertNoStackTrace(output + errors);
    }

    [Fact]
    public async Task It_listens_where_ASPNETCORE_URLS_says_from_any_folder()
    {
        using var process = HostProcess.Start(new() { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" });
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process.StandardOutput) };

            Assert.Equal("ready", await client.GetStringAsync("/healthz/ready", TestContext.Current.CancellationToken));
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<Uri> AddressAsync(StreamReader output)
    {
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeLimit.CancelAfter(TimeSpan.FromSeconds(30));
        while (await output.ReadLineAsync(timeLimit.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The host ended without listening.");
    }

    private static void AssertNoStackTrace(string text)
    {
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
