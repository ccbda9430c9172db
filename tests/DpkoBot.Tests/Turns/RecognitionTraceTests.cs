using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Recognition;
using DpkoBot.Tests.Support;
using DpkoBot.Turns;

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

    [Theory]
    [InlineData(Outcome.Answer, "answer")]
    [InlineData(Outcome.Clarify, "clarify")]
    [InlineData(Outcome.Fallback, "fallback")]
    [InlineData(Outcome.Chitchat, "chitchat")]
    [InlineData(Outcome.Refuse, "refuse")]
    public void Outcomes_are_in_lower_case_and_what_was_understood_is_told_in_full(Outcome outcome, string name)
    {
        var reply = new BotReply
        {
            Outcome = outcome,
            Text = "...",
            Language = "en",
            Topics = ["dpko/established"],
            Recognition = new RecognizerResult
            {
                Intent = "established",
                Entities = [new RecognizedEntity("department", "dpko", "DPKO", 9, 4, 1)],
                Score = 0.9,
                RunnerUp = "head",
                Margin = 0.5,
                Matched = "when was DPKO established",
            },
        };

        var expected = $$"""
            {"outcome":"{{name}}","intent":"established","entities":[{"type":"department","id":"dpko","text":"DPKO","start":9,"length":4,"score":1}],
             "score":0.9,"runnerUp":"head","margin":0.5,"matched":"when was DPKO established","topics":["dpko/established"]}
            """;
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, RecognitionTrace.Of(Incoming.Message(), reply).Value!.Value));
    }

    [Fact]
    public async Task Nor_is_a_greeting_traced() =>
        Assert.DoesNotContain(await host.AskAsync(Incoming.ConversationUpdate(Incoming.User)), reply => reply.Type == ActivityTypes.Trace);
}
