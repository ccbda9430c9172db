using System.CommandLine;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>The program's command line: without a command it serves.</summary>
internal sealed class CommandLine
{
    private readonly Terminal terminal;
    private readonly ParseResult parsed;

    private CommandLine(Terminal terminal, ParseResult parsed, bool serves)
    {
        this.terminal = terminal;
        this.parsed = parsed;
        Serves = serves;
    }

    /// <summary>Whether the host is to be started; everything else is done by <see cref="RunAsync"/>.</summary>
    public bool Serves { get; }

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">As the process got them.</param>
    public static CommandLine Parse(IReadOnlyList<string> arguments) =>
        Parse(arguments, Terminal.OfProcess(), knowledge => new AnswerEngine(knowledge));

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">As a process would get them.</param>
    /// <param name="terminal">Where the command writes and reads.</param>
    /// <param name="train">Makes what answers; it takes seconds, so that many commands in one process can share it.</param>
    public static CommandLine Parse(IReadOnlyList<string> arguments, Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var root = CreateRoot(terminal, train);
        var isCommand = arguments.Count > 0 && root.Subcommands.Any(command => command.Name == arguments[0]);
        string[] own = isCommand ? [.. arguments] : [.. HostSettings.LeaveOut(arguments)];

        // A question may start with "@", which would otherwise name a file with further arguments.
        var parsed = root.Parse(own, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return new CommandLine(terminal, parsed, parsed.Errors.Count == 0 && parsed.Action == root.Action);
    }

    /// <summary>Runs the command, or tells what is wrong with the command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out.Profile.Out.Writer,
                Error = terminal.Errors.Profile.Out.Writer,
                // It would show a stack trace.
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            terminal.Errors.WriteRawLine(exception.Message);
            return ExitCode.Failed;
        }
        catch (Exception exception)
        {
            terminal.Errors.WriteRawLine($"Something went wrong inside DpkoBot, which is a mistake in the program: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    private static RootCommand CreateRoot(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var root = new RootCommand("DpkoBot answers questions about the UN Department of Peacekeeping Operations. Without a command it serves them over HTTP; any setting of appsettings.json can then be given, too, such as --Conversation:IdleMinutes=10.")
        {
            // Read by ASP.NET; they stand here for the help.
            new Option<string>("--urls") { Description = "The address to serve at, such as http://localhost:3978.", HelpName = "URL" },
            new Option<string>("--environment") { Description = "Development, or Production (which is the default).", HelpName = "NAME" },
            AskCommand.Create(terminal, train),
            ChatCommand.Create(terminal, train),
            CheckCommand.Create(terminal),
            ExportCommand.Create(terminal),
            GapsCommand.Create(terminal, train),
            ImportCommand.Create(terminal),
            NewCommand.Create(terminal),
            CoverageCommand.Create(terminal),
            DiffCommand.Create(terminal, train),
            EvalCommand.Create(terminal, train),
            PreviewCommand.Create(terminal, train),
            StaleCommand.Create(terminal),
            TeamsPackageCommand.Create(terminal),
        };
        root.SetAction(_ => ExitCode.Fine);
        return root;
    }
}

internal static class ListArguments
{
    /// <summary>
    /// Makes an option that does not exist an error. A list of texts would take it for one of them; a text with a space
    /// in it is no option.
    /// </summary>
    public static void RejectOptions(this Argument<string[]> list) => list.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && !token.Value.Contains(' ', StringComparison.Ordinal)))
        {
            result.AddError($"Unrecognized option '{token.Value}'.");
        }
    });
}
