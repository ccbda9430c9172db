using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Tests.Support;

/// <summary>Posts to /api/messages as a channel does.</summary>
internal static class MessagesClient
{
    public static Task<HttpResponseMessage> PostAsync(this BotHost host, Activity activity) =>
        host.PostAsync(JsonSerializer.Serialize(activity, ActivityJson.Default.Activity));

    public static async Task<HttpResponseMessage> PostAsync(this BotHost host, string body, string contentType = "application/json")
    {
        using var client = host.CreateClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }

    /// <summary>The replies to an activity that expects them inline.</summary>
    public static async Task<IReadOnlyList<Activity>> AskAsync(this BotHost host, Activity activity)
    {
        using var response = await host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await RepliesInAsync(response);
    }

    public static async Task<IReadOnlyList<Activity>> RepliesInAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize(body, ActivityJson.Default.ExpectedReplies)!.Activities;
    }
}
