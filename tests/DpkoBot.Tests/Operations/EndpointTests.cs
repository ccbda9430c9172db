using System.Net;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Operations;

public class EndpointTests(BotHost host) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("/healthz/live", "live")]
    [InlineData("/healthz/ready", "ready")]
    public async Task It_tells_how_it_is(string path, string expected)
    {
        using var client = host.CreateClient();

        Assert.Equal(expected, await client.GetStringAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_that_it_does_not_have_is_a_404_with_a_sentence()
    {
        using var client = host.CreateClient();

        using var response = await client.GetAsync("/no/such/address", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("detail", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Nobody_outside_sees_what_went_wrong_inside(string environment)
    {
        await using var failing = new BotHost().In(environment).With("DangerouslyAllowUnauthenticatedRequests", "true").With(new BrokenClock());

        using var response = await failing.PostAsync(Incoming.Message());

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Something went wrong", body, StringComparison.Ordinal);
        Assert.DoesNotContain("inner workings", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "max-age=31536000")]
    [InlineData("Development", null)]
    public async Task Browsers_are_told_to_come_by_https_alone_where_they_can(string environment, string? expected)
    {
        await using var other = new BotHost().In(environment);
        using var client = other.CreateClient();
        client.BaseAddress = new Uri("https://dpkobot.example.org");

        using var response = await client.GetAsync("/version", TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? Assert.Single(values) : null);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override long GetTimestamp() => throw new InvalidOperationException("inner workings");
    }
}
