using System.Net.WebSockets;
using DpkoBot.Operations.Telemetry;

namespace DpkoBot.DirectLine;

/// <summary>The WebSocket over which a client gets its conversation's activities.</summary>
internal sealed class StreamEndpoint(
    DirectLineTokens tokens, IDirectLineConversations conversations, ConversationLimits limits, BotMetrics metrics, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>How often an empty frame goes out, so that nothing between here and the client takes the line for dead.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    // In seconds: sockets come and go.
    private const string FullTime = "30";

    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(5);

    public async Task<IResult> ListenAsync(string conversationId, HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineErrors.NotAWebSocket;
        }

        var reading = tokens.Read(context.Request.Query["t"].ToString(), DirectLineTokens.Stream);
        if (reading.State != TokenState.Valid)
        {
            return TokenFilter.Refusal(reading.State);
        }

        if (!Origins.Match(context.Request, reading.Caller!.Origins))
        {
            return DirectLineErrors.UntrustedOrigin;
        }

        if (reading.Caller.ConversationId != conversationId || await conversations.FindAsync(conversationId) is not { } conversation)
        {
            return DirectLineErrors.NoConversation;
        }

        if (!Watermarks.TryRead(context.Request.Query["watermark"], out var position))
        {
            return DirectLineErrors.BadWatermark;
        }

        if (metrics.SocketOpened() > limits.Sockets || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            metrics.SocketClosed();
            context.Response.Headers.RetryAfter = FullTime;
            return DirectLineErrors.Full;
        }

        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await TalkAsync(socket, conversation, position, context.RequestAborted);
        }
        finally
        {
            metrics.SocketClosed();
        }

        return Results.Empty;
    }

    private async Task TalkAsync(WebSocket socket, IDirectLineConversation conversation, long position, CancellationToken aborted)
    {
        var connection = await conversation.ConnectAsync(position);
        // A host that stops says goodbye to its clients instead of waiting for them to leave. Replies that are under way are
        // remembered; the client asks for them where it goes.
        using var stopping = lifetime.ApplicationStopping.Register(connection.GoAway);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        try
        {
            var sending = SendAsync(socket, connection, end.Token);
            var receiving = ReceiveAsync(socket, conversation, end.Token);
            await Task.WhenAny(sending, receiving);
            conversation.Disconnect(connection);
            end.CancelAfter(GoodbyeTime);
            await sending;
            await socket.CloseOutputAsync(connection.CloseStatus, null, end.Token);
            await receiving;
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone without a word. It comes back by itself and goes on from its watermark.
        }
        finally
        {
            conversation.Disconnect(connection);
        }
    }

    private async Task SendAsync(WebSocket socket, StreamConnection connection, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(KeepAlive, time);
        var more = connection.Frames.WaitToReadAsync(cancellationToken).AsTask();
        var tick = timer.WaitForNextTickAsync(cancellationToken).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, tick) == tick)
            {
                await tick;
                await SendTextAsync(socket, ReadOnlyMemory<byte>.Empty, cancellationToken);
                tick = timer.WaitForNextTickAsync(cancellationToken).AsTask();
                continue;
            }

            if (!await more)
            {
                return;
            }

            while (connection.Frames.TryRead(out var frame))
            {
                await SendTextAsync(socket, frame, cancellationToken);
            }

            more = connection.Frames.WaitToReadAsync(cancellationToken).AsTask();
        }
    }

    private static ValueTask SendTextAsync(WebSocket socket, ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
        socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    // What a client sends are empty frames: signs of life. Activities come by POST.
    private static async Task ReceiveAsync(WebSocket socket, IDirectLineConversation conversation, CancellationToken cancellationToken)
    {
        var buffer = new byte[512];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
        {
            conversation.Touch();
        }
    }
}
