using System.Net.WebSockets;
using System.Threading.Channels;

namespace DpkoBot.DirectLine;

/// <summary>What waits to be sent over one client's WebSocket.</summary>
internal sealed class StreamConnection
{
    // A client that lets so many frames pile up is as good as gone. It is cut off, and should it come back, it goes on
    // from its watermark.
    private const int MostWaiting = 200;

    private readonly Channel<ReadOnlyMemory<byte>> frames = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public ChannelReader<ReadOnlyMemory<byte>> Frames => frames.Reader;

    public void Send(ReadOnlyMemory<byte> frame)
    {
        if (!frames.Writer.TryWrite(frame))
        {
            Complete();
        }
    }

    /// <summary>With which code the socket is closed.</summary>
    public WebSocketCloseStatus CloseStatus { get; private set; } = WebSocketCloseStatus.NormalClosure;

    /// <summary>The host is going down: what waits is still sent, and the client is told to connect again.</summary>
    public void GoAway()
    {
        CloseStatus = WebSocketCloseStatus.EndpointUnavailable;
        Complete();
    }

    /// <summary>No more is coming: what waits is still sent, then the socket is closed.</summary>
    public void Complete() => frames.Writer.TryComplete();
}
