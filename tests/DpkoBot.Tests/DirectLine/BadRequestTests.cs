using System.Net;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.DirectLine;

public class BadRequestTests(BotHost host) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("", "MalformedData")]
    [InlineData("null", "MalformedData")]
    [InlineData("[]", "MalformedData")]
    [InlineData("{", "MalformedData")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""", "MalformedData")]
    [InlineData("""{"type":"message","text":"\ud800"}""", "MalformedData")]
    [InlineData("""{"type":"message","text":"Hello","channelData":{"x":"\ud800"}}""", "MalformedData")]
    [InlineData("{}", "MissingProperty")]
    [InlineData("""{"type":""}""", "MissingProperty")]
    public async Task What_is_no_activity_is_refused(string body, string code)
    {
        using var client = await DirectLineClient.StartedAsync(host);

        var (status, json) = await client.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, json.ErrorCode());
    }

    [Theory]
    [InlineData('x')]
    [InlineData('é')]
    [InlineData('和')]
    public async Task An_activity_may_have_256K_characters(char letter)
    {
        using var client = await DirectLineClient.StartedAsync(host);
        const string Empty = """{"type":"message","text":""}""";
        var room = (256 * 1024) - Empty.Length;

        var (fits, _) = await client.PostAsync(Empty.Replace("\"\"", $"\"{new string(letter, room)}\"", StringComparison.Ordinal));
        var (tooLong, json) = await client.PostAsync(Empty.Replace("\"\"", $"\"{new string(letter, room + 1)}\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, fits);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong);
        Assert.Equal("MessageSizeTooBig", json.ErrorCode());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_this_service_never_gave_is_refused(string watermark)
    {
        using var client = await DirectLineClient.StartedAsync(host);

        var (status, json) = await client.PollAsync(watermark);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BadArgument", json.ErrorCode());
        Assert.Equal(HttpStatusCode.BadRequest, await client.ReconnectAsync(watermark));
    }

    [Theory]
    [InlineData("session/getsessionid")]
    [InlineData("tokens/generate")]
    [InlineData("")]
    public async Task What_is_not_there_is_not_found_in_the_same_shape(string path)
    {
        using var client = new DirectLineClient(host);

        var (status, json) = await client.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("NotFound", json.ErrorCode());
    }

    [Fact]
    public async Task A_start_that_is_not_JSON_is_refused()
    {
        using var client = new DirectLineClient(host);
        await client.GenerateAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await client.StartAsync("{"));
    }

    [Fact]
    public async Task A_stream_takes_WebSockets_only()
    {
        using var client = await DirectLineClient.StartedAsync(host);

        var (status, json) = await client.SendAsync(HttpMethod.Get, client.StreamUrl.Split("/v3/directline/")[1]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BadArgument", json.ErrorCode());
    }
}
