using System.Net;
using System.Text.Json;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Teams;

public class MessageExtensionTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task A_question_finds_its_answer_first_as_a_card_with_its_source()
    {
        var first = Attachments(await QueryAsync("What does DPKO stand for?"))[0];

        var card = first.GetProperty("content");
        Assert.Equal("application/vnd.microsoft.card.adaptive", first.GetProperty("contentType").GetString());
        Assert.Equal(("AdaptiveCard", "1.5"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
        var texts = card.GetProperty("body").EnumerateArray().Select(block => block.GetProperty("text").GetString()!).ToList();
        Assert.Equal("What does DPKO stand for?", texts[0]);
        Assert.Contains("Department of Peacekeeping Operations", texts[1], StringComparison.Ordinal);
        Assert.Contains("Source", texts[1], StringComparison.Ordinal);
        Assert.All(card.GetProperty("actions").EnumerateArray(), action => Assert.StartsWith("https://", action.GetProperty("url").GetString(), StringComparison.Ordinal));
        Assert.InRange(card.GetRawText().Length, 1, 28 * 1024);
    }

    [Fact]
    public async Task Before_anything_is_typed_it_offers_what_may_be_asked()
    {
        var results = Attachments(await PostAsync("""{"commandId":"search","parameters":[{"name":"initialRun","value":"true"}],"queryOptions":{"skip":0,"count":25}}"""));

        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.False(string.IsNullOrEmpty(result.GetProperty("preview").GetProperty("content").GetProperty("title").GetString())));
    }

    [Theory]
    [InlineData("what is the capital of France")]
    [InlineData("asdfghjkl")]
    public async Task What_is_not_in_the_knowledge_is_said_and_not_guessed(string query)
    {
        var extension = (await QueryAsync(query)).GetProperty("composeExtension");

        Assert.Equal("message", extension.GetProperty("type").GetString());
        Assert.False(string.IsNullOrWhiteSpace(extension.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_second_page_is_empty() =>
        Assert.Empty(Attachments(await PostAsync("""{"parameters":[{"name":"query","value":"What does DPKO stand for?"}],"queryOptions":{"skip":25,"count":25}}""")));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"parameters":7,"queryOptions":7}""")]
    [InlineData("""{"parameters":[7,{"name":7},{"name":"query","value":{}}],"queryOptions":{"skip":"x"}}""")]
    [InlineData("""{"parameters":[{"name":"query","value":"\ud800"}]}""")]
    public async Task A_malformed_query_is_taken_for_none(string value) => Assert.NotEmpty(Attachments(await PostAsync(value)));

    [Theory]
    [InlineData("composeExtension/selectItem")]
    [InlineData("composeExtension/fetchTask")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("task/fetch")]
    public async Task What_the_manifest_does_not_offer_is_501(string name)
    {
        using var response = await host.PostAsync(Invoke(name, "{}"));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    private Task<JsonElement> QueryAsync(string query) =>
        PostAsync($$$"""{"commandId":"search","parameters":[{"name":"query","value":"{{{query}}}"}],"queryOptions":{"skip":0,"count":25}}""");

    private async Task<JsonElement> PostAsync(string value, string name = "composeExtension/query")
    {
        using var response = await host.PostAsync(Invoke(name, value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static string Invoke(string name, string value) =>
        $$"""{"type":"invoke","name":"{{name}}","channelId":"msteams","locale":"en-GB","id":"{{Guid.NewGuid()}}","conversation":{"id":"c"},"value":{{value}}}""";

    private static List<JsonElement> Attachments(JsonElement answer)
    {
        Assert.Equal("result", answer.GetProperty("composeExtension").GetProperty("type").GetString());
        return [.. answer.GetProperty("composeExtension").GetProperty("attachments").EnumerateArray()];
    }
}
