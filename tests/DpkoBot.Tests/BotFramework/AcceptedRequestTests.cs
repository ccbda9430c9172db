using System.Net;
using System.Text.Json.Nodes;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.BotFramework;

public class AcceptedRequestTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task Expected_replies_come_inline_and_not_through_the_connector()
    {
        await using var connector = await RecordingConnector.StartAsync();

        using var response = await host.PostAsync(Incoming.Message() with { ServiceUrl = connector.Url });

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        Assert.Equal(["activities"], body.Select(property => property.Key));
        Assert.Equal("message", (string?)body["activities"]![0]!["type"]);
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task Expected_replies_need_no_service_URL_and_none_that_could_be_reached()
    {
        Assert.NotEmpty(await host.AskAsync(Incoming.Message() with { ServiceUrl = null }));
        Assert.NotEmpty(await host.AskAsync(Incoming.Message() with { ServiceUrl = "https://example.org" }));
    }

    [Fact]
    public async Task Where_no_reply_is_expected_the_list_is_empty() =>
        Assert.Empty(await host.AskAsync(Incoming.Of("typing")));

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/activity+json")]
    public async Task JSON_goes_by_several_names(string contentType)
    {
        using var response = await host.PostAsync("{\"type\":\"typing\"}", contentType);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("\uFEFF{\"type\":\"typing\"}")]
    [InlineData("  \n{\"Type\":\"typing\"}\n ")]
    public async Task A_byte_order_mark_and_white_space_do_no_harm(string body)
    {
        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task An_activity_of_nearly_256_KB_is_taken()
    {
        var padding = new string('x', (256 * 1024) - 500);

        Assert.NotEmpty(await host.AskAsync(Incoming.Message() with { Extra = new() { ["padding"] = System.Text.Json.JsonSerializer.SerializeToElement(padding, ActivityJson.Default.String) } }));
    }

    [Fact]
    public async Task The_limit_is_a_setting()
    {
        await using var strict = new BotHost().With("BotFramework:MaxRequestKilobytes", "1");

        using var response = await strict.PostAsync(Incoming.Message(new string('x', 1_024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
