using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public class AskCommandTests
{
    [Fact]
    public async Task An_answer_comes_with_its_source_and_without_Markdown()
    {
        var run = await CommandRun.Of("ask", "What does DPKO stand for?");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("DPKO stands for Department of Peacekeeping Operations.", run.Output, StringComparison.Ordinal);
        Assert.Contains("(https://", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("](", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Several_questions_are_one_conversation()
    {
        var run = await CommandRun.Of("ask", "Tell me about OROLSI", "when was it established?", "--why");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("> when was it established?", run.Output, StringComparison.Ordinal);
        Assert.Contains("orolsi/established", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_tells_how_the_question_was_understood()
    {
        var run = await CommandRun.Of("ask", "What does OROLSI stand for?", "--why");

        Assert.All(
            (string[])["outcome", "answer", "intent", "score", "runner-up", "margin", "nearest sentence", "entities", "office orolsi", "topics", "orolsi/name"],
            text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what is the capital of France")]
    [InlineData("Is Lacroix a good leader in your opinion?")]
    public async Task A_question_without_an_answer_has_an_exit_code_of_its_own(string question)
    {
        var run = await CommandRun.Of("ask", question, "hello");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task A_question_may_start_with_what_means_a_file_to_some_command_lines()
    {
        var run = await CommandRun.Of("ask", "@who heads the department");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task A_missing_folder_is_a_sentence()
    {
        var run = await CommandRun.Of("ask", "hello", "--knowledge", "nowhere");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("nowhere: there is no such folder", run.Errors, StringComparison.Ordinal);
    }
}
