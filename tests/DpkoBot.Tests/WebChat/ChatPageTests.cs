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

        Assert.Contains("<html lang=\"en\" dir=\"ltr\"", page, StringComparison.Ordinal);
        Assert.Contains("Not an official United Nations service.", page, StringComparison.Ordinal);
        Assert.Contains("<noscript>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Its_files_are_served_well_compressed_and_kept_for_ever_by_their_hash(string environment)
    {
        await using var there = new BotHost().In(environment);
        using var client = there.CreateClient();
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);

        foreach (var address in Addresses().Matches(page).Select(match => match.Groups[1].Value).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotNull(response.Headers.ETag);
            Assert.Contains("nosniff", response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        }
    }

    [Theory]
    [InlineData("", "frame-ancestors 'self'")]
    [InlineData("https://www.example.org", "frame-ancestors 'self' https://www.example.org")]
    public async Task Only_configured_origins_may_put_it_into_a_frame(string origin, string expected)
    {
        await using var there = origin.Length == 0 ? new BotHost() : new BotHost().With("DirectLine:AllowedOrigins:0", origin);

        Assert.EndsWith(expected, (await PageAsync("/", there)).Policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", (await PageAsync("/embed", there)).Policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?lang=fr&embedded=1")]
    [InlineData("/embed")]
    public async Task No_page_has_a_script_of_its_own_or_a_secret_in_it(string path)
    {
        await using var there = new BotHost().With("DirectLine:SiteSecret", "a secret of the site").With("DirectLine:Secret", "a secret of Azure");

        var (page, policy) = await PageAsync(path, there);

        Assert.DoesNotContain("a secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.All(Scripts().Matches(page), script => Assert.Contains("src=", script.Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(" on[a-z]+=| style=|<style|javascript:", page);
    }

    [Theory]
    [InlineData("ar", "<html lang=\"ar\" dir=\"rtl\"")]
    [InlineData("fr-CA", "<html lang=\"fr\" dir=\"ltr\"")]
    [InlineData("ZH", "<html lang=\"zh\" dir=\"ltr\"")]
    [InlineData("tlh", "<html lang=\"en\" dir=\"ltr\"")]
    [InlineData("\"><script>", "<html lang=\"en\" dir=\"ltr\"")]
    public async Task It_speaks_the_six_languages_and_English_for_all_others(string language, string expected) =>
        Assert.Contains(expected, (await PageAsync("/?lang=" + Uri.EscapeDataString(language))).Page, StringComparison.Ordinal);

    [Fact]
    public async Task The_script_for_other_sites_is_kept_for_an_hour_and_asked_for_by_its_tag()
    {
        using var client = host.CreateClient();
        using var first = await client.GetAsync("/embed.js", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/embed.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal("text/javascript", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromHours(1), first.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        var script = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("{{", script, StringComparison.Ordinal);
        Assert.Contains("Open the chat", script, StringComparison.Ordinal);
    }

    private async Task<(string Page, string Policy)> PageAsync(string path = "/", BotHost? there = null)
    {
        using var client = (there ?? host).CreateClient();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (page, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonces();

    [GeneratedRegex("<script|<style|rel=\"stylesheet\"|rel=\"preload\"")]
    private static partial Regex Tags();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+)\"")]
    private static partial Regex Addresses();
}
