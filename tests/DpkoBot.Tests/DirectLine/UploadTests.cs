using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.DirectLine;

public sealed class UploadTests(UploadTests.Host there) : IClassFixture<UploadTests.Host>
{
    private readonly FakeBot bot = there.Repeating;
    private readonly BotHost host = there.Bot;

    [Fact]
    public async Task Files_are_refused_with_a_sentence_unless_they_are_switched_on()
    {
        await using var usual = new BotHost().Replacing(bot.Turn);
        using var client = await DirectLineClient.StartedAsync(usual);

        var (status, json) = await client.UploadAsync(FormWith("""{"type":"message","text":"Here"}"""));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Equal("NotSupported", json.ErrorCode());
    }

    [Theory]
    [InlineData("blob")]
    [InlineData(null)]
    public async Task A_message_with_a_file_reaches_the_bot_with_the_files_name_and_type(string? partName)
    {
        using var client = await DirectLineClient.StartedAsync(host);

        var (status, json) = await client.UploadAsync(FormWith("""{"type":"message","text":"Here","channelData":{"clientActivityID":"a1"}}""", partName));

        Assert.Equal(HttpStatusCode.OK, status);
        var received = bot.Received.Last();
        Assert.Equal(json.Text("id"), received.Id);
        Assert.Equal("Here", received.Text);
        var file = Assert.Single(received.Attachments!);
        Assert.Equal(("notes.txt", "text/plain", null), (file.Name, file.ContentType, file.ContentUrl));
        Assert.Equal("You said: Here", (await client.PollAsync()).Json.Activities()[^1].Text("text"));
    }

    [Fact]
    public async Task A_file_alone_is_a_message_too()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var form = new MultipartFormDataContent { { File("x"), "file", "notes.txt" } };

        var (status, _) = await client.UploadAsync(form);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("message", bot.Received.Last().Type);
    }

    [Fact]
    public async Task Four_megabytes_are_the_most()
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var form = new MultipartFormDataContent { { File(new string('x', 4 * 1024 * 1024)), "file", "notes.txt" } };

        var (status, json) = await client.UploadAsync(form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("MessageSizeTooBig", json.ErrorCode());
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"n\"\r\n\r\nbroken off")]
    public async Task What_is_no_form_is_refused(string type, string body)
    {
        using var client = await DirectLineClient.StartedAsync(host);
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var (status, json) = await client.UploadAsync(content);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("MalformedData", json.ErrorCode());
    }

    [Fact]
    public async Task An_activity_in_a_form_is_checked_as_any_other()
    {
        using var client = await DirectLineClient.StartedAsync(host);

        Assert.Equal("MalformedData", (await client.UploadAsync(FormWith("{"))).Json.ErrorCode());
        Assert.Equal("MissingProperty", (await client.UploadAsync(FormWith("{}"))).Json.ErrorCode());
    }

    private static MultipartFormDataContent FormWith(string activity, string? partName = "blob")
    {
        var part = new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity");
        var form = new MultipartFormDataContent();
        if (partName is null)
        {
            form.Add(part, "activity");
        }
        else
        {
            form.Add(part, "activity", partName);
        }

        form.Add(File("Some notes"), "file", "notes.txt");
        return form;
    }

    private static StringContent File(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));

    public sealed class Host : IDisposable
    {
        internal FakeBot Repeating { get; } = new();

        public BotHost Bot { get; }

        public Host() => Bot = new BotHost().Replacing(Repeating.Turn).With("DirectLine:Uploads", "true");

        public void Dispose() => Bot.Dispose();
    }
}
