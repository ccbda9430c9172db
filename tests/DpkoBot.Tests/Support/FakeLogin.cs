using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DpkoBot.BotFramework.Outbound;
using Microsoft.Extensions.DependencyInjection;

namespace DpkoBot.Tests.Support;

/// <summary>Stands at the edge of the network in the place of Entra ID and of a managed identity's endpoint.</summary>
public sealed class FakeLogin : HttpMessageHandler
{
    private readonly ConcurrentQueue<(HttpMethod Method, Uri Url, string Form)> requests = new();
    private readonly ConcurrentQueue<(HttpStatusCode Status, string Body)> failures = new();

    public IReadOnlyList<(HttpMethod Method, Uri Url, string Form)> Requests => [.. requests];

    public int ExpiresIn { get; init; } = 3600;

    public int? RefreshIn { get; init; }

    /// <summary>What it answers to the next request in the place of a token.</summary>
    public FakeLogin Failing(HttpStatusCode status, string body = "")
    {
        failures.Enqueue((status, body));
        return this;
    }

    public BotHost For(BotHost host) => host.Configuring(services =>
        services.AddHttpClient(BotTokens.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : WebUtility.UrlDecode(await request.Content.ReadAsStringAsync(cancellationToken));
        requests.Enqueue((request.Method, request.RequestUri!, form));
        var (status, body) = failures.TryDequeue(out var failure) ? failure : (HttpStatusCode.OK, Token(requests.Count));
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
    }

    private string Token(int number) =>
        $$"""{"token_type":"Bearer","access_token":"token-{{number}}","expires_in":{{ExpiresIn}}{{(RefreshIn is { } refresh ? $",\"refresh_in\":{refresh}" : "")}},"resource":"https://api.botframework.com","expires_on":"{{DateTimeOffset.UtcNow.AddSeconds(ExpiresIn).ToUnixTimeSeconds()}}"}""";
}
