using System.Text.Json;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public class PreviewCommandTests
{
    [Fact]
    public async Task It_shows_what_Teams_would_get()
    {
        var run = await CommandRun.Of("preview", "What does DPKO stand for?", "--channel", "msteams");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var reply = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("message", "msteams", "markdown"), (reply.GetProperty("type").GetString(), reply.GetProperty("channelId").GetString(), reply.GetProperty("textFormat").GetString()));
        Assert.Equal("https://schema.org/Message", reply.GetProperty("entities")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_channel_without_Markdown_gets_none()
    {
        var run = await CommandRun.Of("preview", "What does DPKO stand for?", "--channel", "sms");

        Assert.Contains("\"plain\"", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("](", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_questions_are_one_conversation()
    {
        var run = await CommandRun.Of("preview", "Tell me about OROLSI", "what does it stand for?", "--channel", "webchat");

        Assert.Contains("question-2", run.Output, StringComparison.Ordinal);
        Assert.Contains("Office of Rule of Law", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_not_in_the_table_is_an_error_that_names_those_that_are()
    {
        var run = await CommandRun.Of("preview", "hello", "--channel", "pigeon");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("msteams", run.Errors, StringComparison.Ordinal);
    }
}
