using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DpkoBot.Benchmarks.Load;

/// <summary>
/// Mixed traffic against hosts that are running: chats over WebSockets, messages that expect their replies, and requests that
/// no host can read. Counts what was lost, doubled or misordered.
/// </summary>
internal static class LoadRun
{
    /// <param name="hosts">The hosts' addresses, separated by commas; requests go round them.</param>
    /// <param name="minutes">How long.</param>
    /// <param name="chats">How many chats at once; a quarter as many others send messages that expect replies.</param>
    /// <param name="processes">The hosts' process ids, separated by commas, whose memory is told each minute.</param>
    public static async Task<int> RunAsync(string hosts, double minutes, int chats, string processes)
    {
        var addresses = hosts.Split(',').Select(host => new Uri(host)).ToArray();
        var turn = 0;
        Uri NextHost() => addresses[(int)((uint)Interlocked.Increment(ref turn) % addresses.Length)];
        var ids = processes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray();
        var counts = new LoadCounts();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2_000 });
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var clock = Stopwatch.StartNew();
        var work = Enumerable.Range(0, chats).Select(number => GuardAsync(counts, () => ChatAsync(http, NextHost, counts, number, end.Token), end.Token))
            .Concat(Enumerable.Range(0, Math.Max(1, chats / 4)).Select(_ => GuardAsync(counts, () => AskInlineAsync(http, NextHost, counts, end.Token), end.Token)))
            .Append(GuardAsync(counts, () => SendGarbageAsync(http, NextHost, counts, end.Token), end.Token))
            .ToList();
        var all = Task.WhenAll(work);
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromMinutes(1))) != all)
        {
            Console.WriteLine(counts.Line(clock.Elapsed, ids));
        }

        Console.WriteLine("end    " + counts.Line(clock.Elapsed, ids));
        return counts.IsClean ? 0 : 1;
    }

    private static async Task ChatAsync(HttpClient http, Func<Uri> nextHost, LoadCounts counts, int number, CancellationToken end)
    {
        // Not all at once, as no crowd does.
        await Task.Delay(20 * number, end);
        using var chat = new LoadChat(http, nextHost, counts, new Random(number));
        await chat.RunAsync(end);
    }

    private static async Task AskInlineAsync(HttpClient http, Func<Uri> nextHost, LoadCounts counts, CancellationToken end)
    {
        var conversation = Guid.NewGuid().ToString("N");
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var id = $"{conversation}-{number}";
            var activity = new
            {
                type = "message", id, text = number % 2 == 0 ? "tell me about OROLSI" : "when was it set up?", channelId = "webchat", deliveryMode = "expectReplies",
                serviceUrl = "https://webchat.botframework.com/", from = new { id = "user" }, recipient = new { id = "bot" }, conversation = new { id = conversation },
            };
            counts.Sent();
            var clock = Stopwatch.StartNew();
            using var response = await http.PostAsJsonAsync(new Uri(nextHost(), "/api/messages"), activity, end);
            var replies = response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<JsonElement>(end)).GetProperty("activities") : default;
            if (replies.ValueKind != JsonValueKind.Array || replies.GetArrayLength() != 1 || replies[0].GetProperty("replyToId").GetString() != id)
            {
                counts.Failed($"inline {(int)response.StatusCode}");
            }
            // The follow-up's answer has the year of the office that was named before.
            else if (number % 2 == 1 && !replies[0].GetProperty("text").GetString()!.Contains("2007", StringComparison.Ordinal))
            {
                counts.Failed("context lost");
            }

            counts.Answered(clock.Elapsed);
            await Task.Delay(300, end);
        }
    }

    private static async Task SendGarbageAsync(HttpClient http, Func<Uri> nextHost, LoadCounts counts, CancellationToken end)
    {
        string[] garbage = ["", "{", "\0\0\0", "[]", """{"type":5}""", """{"type":"message","conversation":7}""", new('x', 1_000)];
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            using var content = new StringContent(garbage[number % garbage.Length], Encoding.UTF8, "application/json");
            var path = number % 2 == 0 ? "/api/messages" : "/v3/directline/conversations";
            using var response = await http.PostAsync(new Uri(nextHost(), path), content, end);
            if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized))
            {
                counts.Failed($"garbage {(int)response.StatusCode}");
            }

            await Task.Delay(200, end);
        }
    }

    private static async Task GuardAsync(LoadCounts counts, Func<Task> work, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (Exception) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                counts.Failed(exception.GetType().Name);
                await Task.Delay(500, CancellationToken.None);
            }
        }
    }
}
