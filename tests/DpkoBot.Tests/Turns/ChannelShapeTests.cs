using System.Net;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Turns;

/// <summary>What the Emulator and the Agents Playground really send must not fail.</summary>
public class ChannelShapeTests(BotHost host) : IClassFixture<BotHost>
{
    private const string PlaygroundBot = """{"id":"00000000-0000-0000-0000-00000000000011","name":"Test Bot"}""";

    [Theory]
    [InlineData("typing")]
    [InlineData("ping")]
    [InlineData("deleteUserData")]
    [InlineData("endOfConversation")]
    [InlineData("contactRelationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("event")]
    [InlineData("handoff")]
    [InlineData("Message")]
    [InlineData("somethingThatIsYetToCome")]
    public async Task Types_that_ask_nothing_are_accepted_and_get_no_reply(string type)
    {
        Assert.Empty(await host.AskAsync(Incoming.Of(type)));

        using var common = await host.PostAsync($$"""{"type":"{{type}}"}""");
        Assert.Equal(Door.Quiet, common.StatusCode);
        Assert.Empty(await common.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"type":"contactRelationUpdate","action":"add"}""")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"replyToId":"1"}""")]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"language":"en"}}""")]
    [InlineData("""{"type":"conversationUpdate"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":null,"topicName":"x"}""")]
    public async Task Their_particulars_do_not_matter(string body)
    {
        using var response = await host.PostAsync(body);

        Assert.Equal(Door.Quiet, response.StatusCode);
    }

    [Fact]
    public async Task The_Emulators_message_is_answered() => await AssertOneMessageThroughConnectorAsync(serviceUrl => $$"""
        {"channelData":{"clientActivityID":"17","clientTimestamp":"2026-01-02T03:04:05.678Z"},"text":"hi","textFormat":"plain","type":"message",
         "channelId":"emulator","from":{"id":"u","name":"User","role":"user"},"locale":"en-US","localTimestamp":"2026-01-02T04:04:05+01:00",
         "localTimezone":"Europe/Paris","timestamp":"2026-01-02T03:04:05.678Z","conversation":{"id":"{{Guid.NewGuid()}}|livechat"},"id":"{{Guid.NewGuid()}}",
         "recipient":{"id":"b","name":"Bot","role":"bot"},"serviceUrl":"{{serviceUrl}}","attachments":[],
         "entities":[{"requiresBotState":true,"supportsListening":true,"supportsTts":true,"type":"ClientCapabilities"}]}
        """);

    [Fact]
    public async Task The_Emulators_card_submit_is_answered() => await AssertOneMessageThroughConnectorAsync(serviceUrl => $$"""
        {"type":"message","value":{"question":"What does DPKO stand for?"},"channelData":{"postBack":true},"channelId":"emulator","from":{"id":"u"},
         "conversation":{"id":"{{Guid.NewGuid()}}|livechat"},"id":"{{Guid.NewGuid()}}","recipient":{"id":"b"},"serviceUrl":"{{serviceUrl}}"}
        """);

    [Theory]
    [InlineData("emulator")]
    [InlineData("msteams")]
    public async Task The_Playgrounds_message_is_answered(string channelId) => await AssertOneMessageThroughConnectorAsync(serviceUrl => $$"""
        {"type":"message","id":"{{Guid.NewGuid()}}","timestamp":"2026-01-02T03:04:05.678Z","channelId":"{{channelId}}","serviceUrl":"{{serviceUrl}}/_connector",
         "from":{"id":"u","name":"Alex","aadObjectId":"o"},"recipient":{{PlaygroundBot}},"conversation":{"id":"{{Guid.NewGuid()}}","conversationType":"personal","tenantId":"t"},
         "text":"hi","textFormat":"plain","entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"Europe/Paris"}],
         "channelData":{"tenant":{"id":"t"} } }
        """);

    [Fact]
    public async Task The_Playground_opening_as_Teams_is_greeted_once()
    {
        await using var connector = await RecordingConnector.StartAsync();
        var conversation = Guid.NewGuid();
        string Opening(string type, string particulars) => $$$"""
            {"type":"{{{type}}}","id":"{{{Guid.NewGuid()}}}","channelId":"msteams","serviceUrl":"{{{connector.Url}}}/_connector","from":{"id":"u","aadObjectId":"o"},
             "recipient":{{{PlaygroundBot}}},"conversation":{"id":"{{{conversation}}}","conversationType":"personal","tenantId":"t"},{{{particulars}}}}
            """;

        using var installed = await host.PostAsync(Opening("installationUpdate", "\"action\":\"add\""));
        using var updated = await host.PostAsync(Opening(
            "conversationUpdate", "\"membersAdded\":[{\"id\":\"u\"},{\"id\":\"00000000-0000-0000-0000-00000000000011\"}]"));

        Assert.Equal((HttpStatusCode.OK, Door.Quiet), (installed.StatusCode, updated.StatusCode));
        Assert.Single(connector.Requests);
    }

    private async Task AssertOneMessageThroughConnectorAsync(Func<string, string> body)
    {
        await using var connector = await RecordingConnector.StartAsync();

        using var response = await host.PostAsync(body(connector.Url));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(connector.Requests, request => request.Activity.Type == "message");
    }
}
