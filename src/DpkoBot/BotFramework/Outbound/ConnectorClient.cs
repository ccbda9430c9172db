using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DpkoBot.Activities;
using Polly.Timeout;

namespace DpkoBot.BotFramework.Outbound;

/// <summary>Posts activities to a channel's connector.</summary>
public sealed class ConnectorClient(IHttpClientFactory clients, ServiceUrlPolicy serviceUrls)
{
    public const string HttpClientName = "connector";

    /// <summary>Posts one activity, again where that is worth it.</summary>
    /// <returns>Null when the connector took it; otherwise the reason why not, for the log.</returns>
    public async Task<string?> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { ServiceUrl: { Length: > 0 } serviceUrl, Conversation.Id: { Length: > 0 } conversationId })
        {
            return "the activity came without a serviceUrl or a conversation.id";
        }

        // Checked when the activity came; and again here, where the bot's token is about to leave.
        if (!serviceUrls.Allows(serviceUrl))
        {
            return "its serviceUrl is not one to which this bot sends replies";
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(serviceUrl, conversationId, activity.ReplyToId));
        request.Headers.TryAddWithoutValidation("x-ms-conversation-id", HeaderValue(conversationId));
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return await SendAsync(request, cancellationToken);
    }

    private async Task<string?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            // What the connector answers beyond its status is of no use here.
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted
                ? null
                : $"the connector answered {(int)response.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return $"the connector could not be reached ({exception.HttpRequestError})";
        }
        catch (BotTokenException exception)
        {
            return $"the bot got no token of its own ({exception.Message})";
        }
        catch (TimeoutRejectedException)
        {
            return "the connector did not answer in time";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return "the turn's time was over";
        }
    }

    private static Uri AddressOf(string serviceUrl, string conversationId, string? replyToId)
    {
        var service = new Uri(serviceUrl).GetLeftPart(UriPartial.Path).TrimEnd('/');
        var activities = $"{service}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
        return new Uri(string.IsNullOrEmpty(replyToId) ? activities : $"{activities}/{Uri.EscapeDataString(replyToId)}");
    }

    // A header takes printable ASCII alone.
    private static string HeaderValue(string conversationId) =>
        conversationId.All(character => character is > ' ' and <= '~') ? conversationId : Uri.EscapeDataString(conversationId);
}
