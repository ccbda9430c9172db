using System.Globalization;
using System.Net;
using System.Text;
using DpkoBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace DpkoBot.Tests.Operations.Limits;

public class RateLimitTests
{
    private const string Version = "/version";

    [Fact]
    public async Task One_address_has_so_many_requests_a_minute_and_the_others_are_served()
    {
        await using var host = Strict();

        Assert.Equal([200, 200, 200, 429], await StatusesAsync(host, "192.0.2.1", 4));
        Assert.Equal([200], await StatusesAsync(host, "192.0.2.2", 1));
    }

    [Fact]
    public async Task Who_is_refused_is_told_when_to_come_again()
    {
        await using var host = Strict();
        await StatusesAsync(host, "192.0.2.1", 3);

        var refused = await SendAsync(host, "192.0.2.1", Version);

        Assert.Equal(StatusCodes.Status429TooManyRequests, refused.Response.StatusCode);
        var again = DateTimeOffset.ParseExact(refused.Response.Headers.RetryAfter.ToString(), "R", CultureInfo.InvariantCulture);
        Assert.InRange(again, DateTimeOffset.UtcNow.AddSeconds(-2), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Contains("Retry-After", await BodyAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Direct_Line_refuses_in_the_shape_that_its_clients_know()
    {
        await using var host = Strict();
        await StatusesAsync(host, "192.0.2.1", 3);

        var refused = await SendAsync(host, "192.0.2.1", "/v3/directline/conversations", method: "POST");

        Assert.Equal(StatusCodes.Status429TooManyRequests, refused.Response.StatusCode);
        Assert.Contains("\"code\":\"TooManyRequests\"", await BodyAsync(refused), StringComparison.Ordinal);
        Assert.NotEmpty(refused.Response.Headers.RetryAfter.ToString());
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    public async Task Addresses_of_one_network_count_together(string one, string other)
    {
        await using var host = Strict();

        await StatusesAsync(host, one, 3);

        Assert.Equal([429], await StatusesAsync(host, other, 1));
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Probes_are_not_counted(string path)
    {
        await using var host = Strict();
        await StatusesAsync(host, "192.0.2.1", 4);

        Assert.Equal(StatusCodes.Status200OK, (await SendAsync(host, "192.0.2.1", path)).Response.StatusCode);
    }

    [Fact]
    public async Task Messages_without_an_app_id_are_counted_whatever_token_they_bring()
    {
        await using var host = Strict();

        for (var number = 0; number < 3; number++)
        {
            await SendAsync(host, "192.0.2.1", "/api/messages", method: "POST", token: $"made-up-{number}");
        }

        Assert.Equal(429, (await SendAsync(host, "192.0.2.1", "/api/messages", method: "POST", token: "another")).Response.StatusCode);
    }

    [Fact]
    public async Task One_token_has_so_many_requests_a_minute_from_whatever_addresses()
    {
        // The time stands still, so that all tokens of the conversation are one; starting it was the first request with it.
        await using var host = new BotHost().With(new FakeTimeProvider(DateTimeOffset.UtcNow)).With("DirectLine:RequestsPerMinute", "4");
        using var client = await DirectLineClient.StartedAsync(host);
        var path = $"/v3/directline/conversations/{client.ConversationId}/activities";

        var statuses = new List<int>();
        for (var number = 1; number <= 4; number++)
        {
            statuses.Add((await SendAsync(host, $"192.0.2.{number}", path, token: client.Token)).Response.StatusCode);
        }

        Assert.Equal([200, 200, 200, 429], statuses);
    }

    [Fact]
    public async Task A_site_with_the_secret_speaks_for_many()
    {
        await using var host = Strict().With("DirectLine:SiteSecret", "a-secret-of-the-site").With("DirectLine:RequestsPerMinute", "1");

        var statuses = new List<int>();
        for (var number = 0; number < 6; number++)
        {
            statuses.Add((await SendAsync(host, "192.0.2.1", "/v3/directline/tokens/generate", method: "POST", token: "a-secret-of-the-site")).Response.StatusCode);
        }

        Assert.All(statuses, status => Assert.Equal(200, status));
    }

    [Fact]
    public async Task What_a_proxy_says_of_the_client_is_believed_where_the_settings_name_it()
    {
        await using var host = Strict().With("Proxies:Trusted:0", "10.0.0.0/8");

        Assert.Equal([200, 200, 200, 429], await StatusesAsync(host, "10.1.2.3", 4, forwardedFor: "192.0.2.1"));
        Assert.Equal([200], await StatusesAsync(host, "10.1.2.3", 1, forwardedFor: "192.0.2.2"));
    }

    [Fact]
    public async Task Nobody_else_can_pretend_to_be_another()
    {
        await using var host = Strict().With("Proxies:Trusted:0", "10.0.0.0/8");

        var statuses = new List<int>();
        for (var number = 1; number <= 4; number++)
        {
            statuses.AddRange(await StatusesAsync(host, "127.0.0.1", 1, forwardedFor: $"192.0.2.{number}"));
        }

        Assert.Equal([200, 200, 200, 429], statuses);
    }

    private static BotHost Strict() => new BotHost().With("Limits:RequestsPerMinute", "3");

    private static async Task<List<int>> StatusesAsync(BotHost host, string address, int count, string? forwardedFor = null)
    {
        var statuses = new List<int>();
        for (var index = 0; index < count; index++)
        {
            statuses.Add((await SendAsync(host, address, Version, forwardedFor)).Response.StatusCode);
        }

        return statuses;
    }

    private static Task<HttpContext> SendAsync(BotHost host, string address, string path, string? forwardedFor = null, string method = "GET", string? token = null) =>
        host.Server.SendAsync(
            context =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                context.Request.Method = method;
                context.Request.Path = path;
                if (forwardedFor is not null)
                {
                    context.Request.Headers["X-Forwarded-For"] = forwardedFor;
                }

                if (token is not null)
                {
                    context.Request.Headers.Authorization = $"Bearer {token}";
                }
            },
            TestContext.Current.CancellationToken);

    private static async Task<string> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Response.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
