using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public class ChatCommandTests
{
    [Fact]
    public async Task It_greets_answers_and_takes_a_number_for_the_question_beside_it()
    {
        var run = await CommandRun.WithInput("tell me about OMA\n1\nexit\nnever read\n", "chat", "--why");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Hello.", run.Output, StringComparison.Ordinal);
        Assert.Contains("oma/overview", run.Output, StringComparison.Ordinal);
        Assert.Contains("1  What is the full name of the Office of Military Affairs", run.Output, StringComparison.Ordinal);
        Assert.Contains("oma/name", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Goodbye.\n", run.Output, StringComparison.Ordinal);
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
