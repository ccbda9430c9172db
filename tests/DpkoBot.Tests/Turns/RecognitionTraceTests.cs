using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Turns;

public class RecognitionTraceTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task The_Emulator_is_shown_how_a_message_was_understood()
    {
        var trace = Assert.Single(await host.AskAsync(Incoming.Message(channelId: ChannelIds.Emulator)), reply => reply.Type == ActivityTypes.Trace);

        Assert.Equal("IntentRecognition", trace.Name);
        Assert.False(string.IsNullOrEmpty(trace.Label));
        Assert.False(string.IsNullOrEmpty(trace.ValueType));
        var value = trace.Value!.Value;
        Assert.Contains(value.GetProperty("outcome").GetString(), (string[])["answer", "clarify", "fallback", "chitchat", "refuse"]);
        Assert.InRange(value.GetProperty("score").GetDouble(), 0, 1);
        Assert.InRange(value.GetProperty("margin").GetDouble(), 0, 1);
        Assert.Equal(JsonValueKind.Array, value.GetProperty("entities").ValueKind);
        Assert.Equal(JsonValueKind.Array, value.GetProperty("topics").ValueKind);
    }

    [Theory]
    [InlineData(ChannelIds.WebChat)]
    [InlineData(ChannelIds.DirectLine)]
    [InlineData(ChannelIds.Teams)]
    [InlineData("Emulator")]
    [InlineData("some-other-channel")]
    public async Task No_other_channel_is(string channelId) =>
        Assert.DoesNotContain(await host.AskAsync(Incoming.Message(channelId: channelId)), reply => reply.Type == ActivityTypes.Trace);

    [Fact]
    public async Task Nor_is_a_greeting_traced() =>
        Assert.DoesNotContain(await host.AskAsync(Incoming.ConversationUpdate(Incoming.User)), reply => reply.Type == ActivityTypes.Trace);
}
