using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public class ChatCommandTests
{
    [Fact]
    public async Task It_greets_answers_and_says_goodbye()
    {
        var run = await CommandRun.WithInput("tell me about OMA\nexit\nwho heads the department\n", "chat", "--why");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Hello.", run.Output, StringComparison.Ordinal);
        Assert.Contains("oma/overview", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dpko/head", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Goodbye.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_asks_the_question_beside_it()
    {
        var offered = (await CommandRun.WithInput("tell me about OMA\n", "chat")).Output.Split('\n').Last(line => line.StartsWith("1  ", StringComparison.Ordinal))[3..];

        var chosen = await CommandRun.WithInput("tell me about OMA\n1\n", "chat", "--why");
        var typed = await CommandRun.WithInput($"tell me about OMA\n{offered}\n", "chat", "--why");

        Assert.Equal(typed.Output, chosen.Output);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_it_politely()
    {
        var run = await CommandRun.WithInput("\n  \n", "chat");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("Goodbye.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_interrupted_while_nobody_types_ends_it_politely()
    {
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var typing = new ManualResetEventSlim();

        var run = await CommandRun.WithLines(
            () =>
            {
                interruption.Cancel();
                typing.Wait(TestContext.Current.CancellationToken);
                return null;
            },
            interruption.Token,
            "chat");
        typing.Set();

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("Goodbye.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_a_sentence()
    {
        var run = await CommandRun.Of("chat", "--knowledge", "nowhere");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("nowhere: there is no such folder", run.Errors, StringComparison.Ordinal);
    }
}
