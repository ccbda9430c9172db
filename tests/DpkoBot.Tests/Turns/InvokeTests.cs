using System.Net;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Turns;

public class InvokeTests(BotHost host) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("""{"type":"invoke"}""")]
    [InlineData("""{"type":"invoke","name":"composeExtension/query","value":{}}""")]
    [InlineData("""{"type":"invoke","name":"signin/verifyState","deliveryMode":"expectReplies"}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"x"}}}""")]
    public async Task An_invoke_that_nothing_handles_is_501(string body)
    {
        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("""{"action":"Action.Execute"}""")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":{"type":7}}""")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""")]
    [InlineData("""{"action":{"type":"\ud800"}}""")]
    public async Task A_malformed_card_action_is_400_in_the_channels_own_shape(string value)
    {
        using var response = await host.PostAsync($$"""{"type":"invoke","name":"adaptiveCard/action","value":{{value}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(400, body.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", body.GetProperty("type").GetString());
        Assert.Equal("BadRequest", body.GetProperty("value").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_invoke_sends_nothing_through_the_connector()
    {
        await using var connector = await RecordingConnector.StartAsync();

        using var response = await host.PostAsync(Incoming.Of(ActivityTypes.Invoke).Through(connector));

        Assert.Empty(connector.Requests);
    }
}
