using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DpkoBot.BrowserTests;

/// <summary>
/// A network between the browser and the host that can be cut, to the byte. Page, requests and WebSocket all go through it.
/// </summary>
internal sealed class FlakyLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly CancellationTokenSource end = new();
    private volatile Func<int, int>? cutWithin;
    private volatile bool posts;

    public FlakyLine(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    /// <summary>Whether nothing gets through any more, as without a network.</summary>
    public bool IsDown { get; set; }

    /// <summary>Cuts every open connection now.</summary>
    public void Cut()
    {
        foreach (var client in open.Keys)
        {
            Drop(client);
        }
    }

    /// <summary>Cuts the WebSocket within the next frame that holds something.</summary>
    /// <param name="forwarded">How many of its bytes still get through, of how many.</param>
    public void CutStreamWithinNextFrame(Func<int, int> forwarded)
    {
        posts = false;
        cutWithin = forwarded;
    }

    /// <summary>Loses the answer to the next activity that is posted, which arrives.</summary>
    public void LoseNextPostsAnswer()
    {
        posts = true;
        cutWithin = _ => 0;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        Cut();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var host = new TcpClient();
        open[client] = true;
        try
        {
            if (IsDown)
            {
                return;
            }

            await host.ConnectAsync(IPAddress.Loopback, target, end.Token);
            var lastRequest = new LastRequest();
            await Task.WhenAny(
                UpAsync(client.GetStream(), host.GetStream(), lastRequest),
                DownAsync(client, host.GetStream(), lastRequest));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or InvalidOperationException or ObjectDisposedException)
        {
            // Cut: that is what it is for.
        }
        finally
        {
            open.TryRemove(client, out _);
            Drop(client);
        }
    }

    private async Task UpAsync(NetworkStream from, NetworkStream to, LastRequest request)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer, end.Token) is > 0 and var count)
        {
            var text = Encoding.Latin1.GetString(buffer, 0, Math.Min(count, 400));
            request.IsStream |= text.Contains("/stream?", StringComparison.Ordinal);
            request.IsPost = text.StartsWith("POST ", StringComparison.Ordinal) && text.Contains("/activities", StringComparison.Ordinal);
            await to.WriteAsync(buffer.AsMemory(0, count), end.Token);
        }
    }

    private async Task DownAsync(TcpClient client, NetworkStream from, LastRequest request)
    {
        // A frame without content has two bytes.
        const int Empty = 2;
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer, end.Token) is > 0 and var count)
        {
            if (cutWithin is { } cut && count > Empty && (posts ? request.IsPost : request.IsStream))
            {
                cutWithin = null;
                await client.GetStream().WriteAsync(buffer.AsMemory(0, cut(count)), end.Token);
                await client.GetStream().FlushAsync(end.Token);
                // What was let through is to be read before the line breaks.
                await Task.Delay(100, end.Token);
                return;
            }

            await client.GetStream().WriteAsync(buffer.AsMemory(0, count), end.Token);
        }
    }

    private static void Drop(TcpClient client)
    {
        try
        {
            client.Client?.Close(0);
        }
        catch (ObjectDisposedException)
        {
            // Somebody else did it.
        }
    }

    private sealed class LastRequest
    {
        public volatile bool IsStream;
        public volatile bool IsPost;
    }
}
