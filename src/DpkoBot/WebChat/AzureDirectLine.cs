using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using DpkoBot.DirectLine;
using DpkoBot.Operations;
using Microsoft.Extensions.Options;

namespace DpkoBot.WebChat;

/// <summary>
/// Asks Azure's Direct Line for tokens, so that the secret stays on this server: each is for a new user whose id nobody
/// can forge, and good on this host's pages alone ("enhanced authentication").
/// </summary>
internal sealed class AzureDirectLine(IHttpClientFactory clients, IOptions<AzureDirectLineOptions> options, ILogger<AzureDirectLine> logger)
{
    public const string TokenPath = "/chat/token";

    private readonly string endpoint = options.Value.Endpoint.TrimEnd('/');

    /// <summary>Whether the page talks through Azure.</summary>
    public bool IsUsed => options.Value.Secret.Length > 0;

    public string Endpoint => endpoint;

    /// <summary>Whom the page then asks, for the content security policy.</summary>
    public IEnumerable<string> Sources
    {
        get
        {
            if (IsUsed)
            {
                var origin = new Uri(endpoint).GetLeftPart(UriPartial.Authority);
                yield return origin;
                yield return string.Concat("ws", origin.AsSpan("http".Length));
            }
        }
    }

    /// <summary>A token for a page of this host, and for nobody else.</summary>
    public async Task<IResult> GenerateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (!IsUsed || !Origins.SentByOwnPage(request))
        {
            return TypedResults.StatusCode(IsUsed ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound);
        }

        try
        {
            using var response = await clients.CreateClient(nameof(AzureDirectLine)).SendAsync(AskFor(PageOriginOf(request)), cancellationToken);
            if (response.IsSuccessStatusCode
                && await response.Content.ReadFromJsonAsync(AzureJson.Default.AzureToken, cancellationToken) is { } token)
            {
                return TypedResults.Json(token, AzureJson.Default.AzureToken);
            }

            Log.AzureGaveNoToken(logger, $"status {(int)response.StatusCode}");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or TaskCanceledException or Polly.ExecutionRejectedException
            && !cancellationToken.IsCancellationRequested)
        {
            Log.AzureGaveNoToken(logger, exception.GetType().Name);
        }

        return TypedResults.StatusCode(StatusCodes.Status502BadGateway);
    }

    private HttpRequestMessage AskFor(string pageOrigin)
    {
        var user = new AzureUser(Caller.NewUserId());
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint + "/tokens/generate")
        {
            Content = JsonContent.Create(new AzureTokenRequest(user, [pageOrigin]), AzureJson.Default.AzureTokenRequest),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.Secret);
        return request;
    }

    // As the browser sees it: behind a proxy, scheme and port may differ from what arrives here.
    private static string PageOriginOf(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && DirectLineOptions.IsOrigin(origin) ? origin : $"{request.Scheme}://{request.Host}";
}

internal sealed record AzureUser(string Id);

internal sealed record AzureTokenRequest(AzureUser User, IReadOnlyList<string> TrustedOrigins);

internal sealed record AzureToken(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AzureTokenRequest))]
[JsonSerializable(typeof(AzureToken))]
internal sealed partial class AzureJson : JsonSerializerContext;
