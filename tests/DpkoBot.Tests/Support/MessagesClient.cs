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

    /// <summary>Posts with a bearer token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this BotHost host, Activity activity, IssuedToken token)
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Sign());
        using var content = new StringContent(JsonSerializer.Serialize(activity, ActivityJson.Default.Activity), Encoding.UTF8, "application/json");
        return await client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }

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
