using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace DpkoBot.Benchmarks.Load;

/// <summary>One person in the web chat, whose every request goes to the next host, and whose line drops now and then.</summary>
internal sealed class LoadChat(HttpClient http, Func<Uri> nextHost, LoadCounts counts, Random random) : IDisposable
{
    private const int MessagesPerLine = 15;

    private static readonly string[] Questions =
    [
        "What does DPKO stand for?", "Who leads the department?", "tell me about OROLSI", "when was it set up?", "How many missions are there?",
        "What is the capital of Peru?", "thanks", "Where is the headquarters?", "and the one for training?", "who was the first head?",
    ];

    // Slow machines count as slow, not as having lost something.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HashSet<string> heard = [];
    private string token = "";
    private string conversation = "";
    private string watermark = "";
    private ClientWebSocket? socket;

    public async Task RunAsync(CancellationToken end)
    {
        await StartAsync(end);
        while (!end.IsCancellationRequested)
        {
            await ConnectAsync(end);
            for (var number = 0; number < MessagesPerLine && !end.IsCancellationRequested; number++)
            {
                await SayAsync(end);
                await Task.Delay(random.Next(100, 600), end);
            }
        }
    }

    public void Dispose() => socket?.Dispose();

    private async Task StartAsync(CancellationToken end)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(nextHost(), "/v3/directline/tokens/generate"));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        var grant = await SendAsync(request, end);
        token = grant.GetProperty("token").GetString()!;
        using var start = new HttpRequestMessage(HttpMethod.Post, new Uri(nextHost(), "/v3/directline/conversations"));
        conversation = (await SendAsync(start, end)).GetProperty("conversationId").GetString()!;
        counts.Started();
    }

    private async Task ConnectAsync(CancellationToken end)
    {
        socket?.Abort();
        socket?.Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(nextHost(), $"/v3/directline/conversations/{conversation}?watermark={watermark}"));
        var stream = new Uri((await SendAsync(request, end)).GetProperty("streamUrl").GetString()!);
        socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{nextHost().Authority}{stream.PathAndQuery}"), end);
    }

    private async Task SayAsync(CancellationToken end)
    {
        var mine = Guid.NewGuid().ToString("N");
        var body = new { type = "message", text = Questions[random.Next(Questions.Length)], locale = "en-US", channelData = new { clientActivityID = mine } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(nextHost(), $"/v3/directline/conversations/{conversation}/activities"))
        {
            Content = JsonContent.Create(body),
        };
        counts.Sent();
        var clock = Stopwatch.StartNew();
        var id = (await SendAsync(request, end)).GetProperty("id").GetString()!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(end);
        limit.CancelAfter(Patience);
        var (saidSeen, answerSeen) = (false, false);
        while (!(saidSeen && answerSeen))
        {
            foreach (var activity in await ReceiveAsync(limit.Token, end))
            {
                var activityId = activity.GetProperty("id").GetString()!;
                if (!heard.Add(activityId))
                {
                    counts.Failed("doubled");
                }

                saidSeen |= activityId == id;
                if (activity.TryGetProperty("replyToId", out var reply) && !answerSeen)
                {
                    answerSeen = reply.GetString() == id;
                    if (!answerSeen || !saidSeen)
                    {
                        counts.Failed("misordered");
                    }
                }
            }
        }

        counts.Answered(clock.Elapsed);
    }

    private async Task<JsonElement[]> ReceiveAsync(CancellationToken limit, CancellationToken end)
    {
        var buffer = new byte[1 << 18];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await socket!.ReceiveAsync(buffer.AsMemory(length), limit);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await ConnectAsync(end);
                    return [];
                }

                if (part.EndOfMessage)
                {
                    break;
                }
            }
        }
        catch (WebSocketException)
        {
            // The host is gone without a word: the line is taken up at the next one.
            await ConnectAsync(end);
            return [];
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            counts.Failed("lost");
            throw;
        }

        if (length == 0)
        {
            return [];
        }

        using var json = JsonDocument.Parse(buffer.AsMemory(0, length));
        watermark = json.RootElement.GetProperty("watermark").GetString()!;
        return [.. json.RootElement.Clone().GetProperty("activities").EnumerateArray()];
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken end)
    {
        if (token.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        using var response = await http.SendAsync(request, end);
        if (!response.IsSuccessStatusCode)
        {
            counts.Failed($"status {(int)response.StatusCode}");
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(end);
    }
}
