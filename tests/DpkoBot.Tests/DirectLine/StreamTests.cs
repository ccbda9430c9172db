using System.Net;
using System.Net.WebSockets;
using DpkoBot.DirectLine;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DpkoBot.Tests.DirectLine;

public sealed class StreamTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeBot bot = new();
    private readonly BotHost host;

    public StreamTests() => host = new BotHost().With(time).Replacing(bot.Turn);

    [Fact]
    public async Task The_stream_brings_the_greeting_then_each_turn_in_one_frame()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var stream = await client.ListenAsync();

        Assert.Equal([FakeBot.Greeting], await TextsAsync(stream));
        await client.SayAsync("One");
        await client.SayAsync("Two");
        Assert.Equal(["One", "You said: One"], await TextsAsync(stream));
        Assert.Equal(["Two", "You said: Two"], await TextsAsync(stream));
    }

    [Fact]
    public async Task Whoever_comes_back_goes_on_after_the_watermark()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var before = await client.ListenAsync();
        var (_, watermark) = await before.ReceiveActivitiesAsync();
        before.Dispose();
        await client.SayAsync("While the line was dead");

        Assert.Equal(HttpStatusCode.OK, await client.ReconnectAsync(watermark!));
        using var after = await client.ListenAsync();

        Assert.Equal(["While the line was dead", "You said: While the line was dead"], await TextsAsync(after));
        await client.SayAsync("Now");
        Assert.Equal(["Now", "You said: Now"], await TextsAsync(after));
    }

    [Fact]
    public async Task Without_a_watermark_everything_comes_again_as_after_a_reload()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        await client.SayAsync("Hello");

        await client.ReconnectAsync("");
        using var stream = await client.ListenAsync();

        Assert.Equal([FakeBot.Greeting, "Hello", "You said: Hello"], await TextsAsync(stream));
    }

    [Fact]
    public async Task A_new_stream_replaces_the_one_before()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var first = await client.ListenAsync();
        await first.ReceiveAsync();
        using var second = await client.ListenAsync();
        await second.ReceiveAsync();

        Assert.Null(await first.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, first.Socket.CloseStatus);

        await client.SayAsync("Hello");
        Assert.Equal(["Hello", "You said: Hello"], await TextsAsync(second));
    }

    [Fact]
    public async Task Typing_passes_over_the_stream_and_is_not_kept()
    {
        bot.TypesFirst = true;
        using var client = await DirectLineClient.StartedAsync(host);
        using var stream = await client.ListenAsync();
        await stream.ReceiveAsync();

        await client.SayAsync("Hello");

        var (activities, _) = await stream.ReceiveActivitiesAsync();
        Assert.Equal(["message", "typing", "message"], activities.Select(activity => activity.Text("type")));
        Assert.Equal(["message", "message", "message"], (await client.PollAsync()).Json.Activities().Select(activity => activity.Text("type")));
    }

    [Fact]
    public async Task Empty_frames_keep_the_line_alive_both_ways()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var stream = await client.ListenAsync();
        await stream.ReceiveAsync();

        await stream.SendAsync("");
        await stream.SendAsync("not for anybody");
        time.Advance(StreamEndpoint.KeepAlive);

        Assert.Equal("", await stream.ReceiveAsync());
        await client.SayAsync("Hello");
        Assert.Equal(["Hello", "You said: Hello"], await TextsAsync(stream));
    }

    [Fact]
    public async Task The_address_of_a_stream_is_good_for_a_minute()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        time.Advance(TimeSpan.FromSeconds(59));
        using (await client.ListenAsync())
        {
        }

        time.Advance(TimeSpan.FromSeconds(1));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(client.ListenAsync);
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_says_goodbye_hears_it_back()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var stream = await client.ListenAsync();
        await stream.ReceiveAsync();

        await stream.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketState.Closed, stream.Socket.State);
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("Hello")).Status);
    }

    [Fact]
    public async Task A_host_that_stops_closes_its_streams()
    {
        await using var stopping = new BotHost().Replacing(bot.Turn);
        using var client = await DirectLineClient.StartedAsync(stopping);
        using var stream = await client.ListenAsync();
        await stream.ReceiveAsync();

        stopping.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await stream.ReceiveAsync());
        // "Going away": clients connect again, and find another host or this one, started anew.
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, stream.Socket.CloseStatus);
    }

    [Fact]
    public async Task Only_so_many_sockets_are_open_at_once()
    {
        await using var small = new BotHost().Replacing(bot.Turn).With("DirectLine:MaxSockets", "1");
        using var first = await DirectLineClient.StartedAsync(small);
        using var second = await DirectLineClient.StartedAsync(small);
        using var stream = await first.ListenAsync();
        await stream.ReceiveAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(second.ListenAsync);

        Assert.Contains("503", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_is_under_way_when_the_host_stops_is_finished()
    {
        var asked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        await using var stopping = new BotHost().Replacing(bot.Turn);
        using var client = await DirectLineClient.StartedAsync(stopping);
        bot.Before = (activity, _) =>
        {
            asked.TrySetResult();
            return mayAnswer.Task;
        };

        var saying = client.SayAsync("Hello");
        await asked.Task;
        var stopped = stopping.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);
        mayAnswer.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await saying).Status);
        await stopped;
    }

    public void Dispose() => host.Dispose();

    private static async Task<IEnumerable<string?>> TextsAsync(DirectLineStream stream) =>
        (await stream.ReceiveActivitiesAsync()).Activities.Select(activity => activity.Text("text"));
}
