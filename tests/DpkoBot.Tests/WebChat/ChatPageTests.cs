using System.Net;
using System.Text.RegularExpressions;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.WebChat;

public partial class ChatPageTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task Every_script_and_style_carries_the_nonce_of_this_very_response()
    {
        var (first, policy) = await PageAsync();
        var (second, _) = await PageAsync();

        var nonces = Nonces().Matches(first).Select(match => match.Groups[1].Value).Distinct().ToList();
        var nonce = Assert.Single(nonces);
        Assert.Contains($"script-src 'nonce-{nonce}';", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Equal(Tags().Count(first), Nonces().Count(first));
        Assert.DoesNotContain(nonce, second, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_it_is_without_JavaScript_too()
    {
        var (page, _) = await PageAsync();

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("Not an official United Nations service.", page, StringComparison.Ordinal);
        Assert.Contains("<noscript>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Its_files_are_served_compressed_and_with_an_entity_tag(string environment)
    {
        await using var there = new BotHost().In(environment);
        using var client = there.CreateClient();
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);

        foreach (var address in Addresses().Matches(page).Select(match => match.Groups[1].Value).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotNull(response.Headers.ETag);
            Assert.Contains("nosniff", response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        }
    }

    private async Task<(string Page, string Policy)> PageAsync()
    {
        using var client = host.CreateClient();
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (page, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonces();

    [GeneratedRegex("<script|<style|rel=\"stylesheet\"")]
    private static partial Regex Tags();

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+)\"")]
    private static partial Regex Addresses();
}
