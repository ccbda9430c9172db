using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>
/// What a browser complained about on a page: breaches of the content security policy, errors, failed requests, requests to
/// somebody outside. Requests of Direct Line that got no answer are no complaint: the client gives up on one that is slow,
/// as on a busy machine, and asks again. What it is answered is.
/// </summary>
internal static class Complaints
{
    private static readonly string[] AskedAgain = ["/v3/directline/", "/chat/token"];

    public static IReadOnlyCollection<string> About(IPage page)
    {
        var all = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !(IsAskedAgain(message.Location + message.Text) && IsWithoutAnswer(message.Text)))
            {
                all.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => all.Enqueue(error);
        page.RequestFailed += (_, request) =>
        {
            // What the page itself gives up, as when it is reloaded, is aborted.
            if (request.Failure != "net::ERR_ABORTED" && !IsAskedAgain(request.Url))
            {
                all.Enqueue($"{request.Url}: {request.Failure}");
            }
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https", IsLoopback: false } url && !url.Host.EndsWith(".example", StringComparison.Ordinal))
            {
                all.Enqueue("Asked somebody outside: " + request.Url);
            }
        };
        return all;
    }

    private static bool IsAskedAgain(string address) => AskedAgain.Any(part => address.Contains(part, StringComparison.Ordinal));

    // As "Failed to load resource: net::ERR_TIMED_OUT" and "WebSocket connection to '...' failed".
    private static bool IsWithoutAnswer(string text) =>
        text.Contains("net::ERR_", StringComparison.Ordinal) || text.StartsWith("WebSocket connection to", StringComparison.Ordinal);
}
