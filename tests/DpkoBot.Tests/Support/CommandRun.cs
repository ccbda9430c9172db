using DpkoBot.Commands;
using Spectre.Console.Testing;

namespace DpkoBot.Tests.Support;

/// <summary>What a command printed, and the exit code with which it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Wider than any line, so that texts can be compared whole.</summary>
    private const int Wide = 1000;

    public static Task<CommandRun> Of(params string[] arguments) => WithInput("", arguments);

    public static async Task<CommandRun> WithInput(string input, params string[] arguments)
    {
        using var lines = new StringReader(input);
        return await WithLines(lines.ReadLine, TestContext.Current.CancellationToken, arguments);
    }

    /// <summary>What it prints on some day.</summary>
    public static Task<CommandRun> On(TimeProvider clock, params string[] arguments) => WithLines(() => null, clock, arguments, TestContext.Current.CancellationToken);

    public static Task<CommandRun> WithLines(Func<string?> readLine, CancellationToken cancellationToken, params string[] arguments) =>
        WithLines(readLine, TimeProvider.System, arguments, cancellationToken);

    private static async Task<CommandRun> WithLines(Func<string?> readLine, TimeProvider clock, string[] arguments, CancellationToken cancellationToken)
    {
        using var output = new TestConsole().SupportsAnsi(false).Width(Wide);
        using var errors = new TestConsole().SupportsAnsi(false).Width(Wide);
        var commandLine = CommandLine.Parse(arguments, new Terminal(output, errors, readLine, IsTyped: false) { Clock = clock }, TrainedEngines.For);
        Assert.False(commandLine.Serves);
        var exitCode = await commandLine.RunAsync(cancellationToken);
        Assert.DoesNotContain("   at ", output.Output + errors.Output, StringComparison.Ordinal);
        return new CommandRun(exitCode, output.Output, errors.Output);
    }
}
