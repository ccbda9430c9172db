using DpkoBot.Core.Knowledge;
using Spectre.Console;

namespace DpkoBot.Commands;

/// <summary>Where the commands write and read.</summary>
/// <param name="Out">What the user asked for.</param>
/// <param name="Errors">What keeps the user from getting it.</param>
/// <param name="ReadLine">The next line that the user types; null at the end.</param>
/// <param name="IsTyped">Whether somebody types it, as opposed to a file or another program.</param>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Errors, Func<string?> ReadLine, bool IsTyped)
{
    /// <summary>What time it is for the user.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The width of what is no terminal: lines in a file stay as long as they are.</summary>
    private const int Unlimited = short.MaxValue;

    public static Terminal OfProcess() => new(
        Open(Console.Out, Console.IsOutputRedirected),
        Open(Console.Error, Console.IsErrorRedirected),
        // Not the reader itself: to ask for that already changes how a terminal behaves, also for a host that never reads.
        Console.ReadLine,
        IsTyped: !Console.IsInputRedirected);

    private static IAnsiConsole Open(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            // Some build servers are taken for terminals with colors; their logs are files all the same.
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (isRedirected)
        {
            console.Profile.Width = Unlimited;
        }

        return console;
    }
}

internal static class TerminalLines
{
    /// <summary>Writes a line as it is, never wrapped: editors and shells find <c>file:line</c> in it.</summary>
    public static void WriteRawLine(this IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(line);

    public static void WriteProblems(this IAnsiConsole console, IEnumerable<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            console.WriteRawLine(problem.ToString());
        }
    }
}
