using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using Spectre.Console;

namespace DpkoBot.Commands;

/// <summary>A conversation in the terminal.</summary>
internal static class ChatCommand
{
    private const string End = "exit";

    public static Command Create(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var (why, locale, knowledge) = (ReplyView.WhyOption(), ReplyView.LocaleOption(), KnowledgeFolder.Option());
        var command = new Command("chat", $"Holds a conversation in the terminal, until you type \"{End}\".") { why, locale, knowledge };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, train, parsed.GetValue(why), parsed.GetValue(locale), parsed.GetValue(knowledge), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train, bool why, string? locale, string? folder, CancellationToken cancellationToken)
    {
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge)
        {
            return ExitCode.Failed;
        }

        try
        {
            await TalkAsync(terminal, train(knowledge), why, locale, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is a way to leave like the others; it stands in an unfinished line.
            terminal.Out.WriteLine();
        }

        terminal.Out.WriteLine("Goodbye.");
        return ExitCode.Fine;
    }

    private static async Task TalkAsync(Terminal terminal, AnswerEngine engine, bool why, string? locale, CancellationToken cancellationToken)
    {
        var state = ConversationState.Empty;
        var reply = engine.Greet(locale);
        Show(terminal, reply, why: false);
        while (await ReadLineAsync(terminal, cancellationToken) is { } line && line.Trim() is var typed && !typed.Equals(End, StringComparison.OrdinalIgnoreCase))
        {
            if (typed.Length == 0)
            {
                continue;
            }

            (reply, state) = engine.Answer(ChosenFrom(reply.SuggestedQuestions, typed) ?? typed, locale, state);
            Show(terminal, reply, why);
        }
    }

    private static void Show(Terminal terminal, BotReply reply, bool why)
    {
        terminal.Out.WriteReply(reply, why);
        foreach (var (number, question) in reply.SuggestedQuestions.Index())
        {
            terminal.Out.Write(new Text($"{number + 1}  {question}\n", new Style(decoration: Decoration.Dim)));
        }

        terminal.Out.WriteLine();
    }

    private static string? ChosenFrom(ImmutableArray<string> suggested, string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= suggested.Length
            ? suggested[number - 1]
            : null;

    private static Task<string?> ReadLineAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        if (terminal.IsTyped)
        {
            terminal.Out.Write("> ");
        }

        // Reading from a terminal blocks, also where it is called asynchronous; on a thread of its own it can be left alone.
        return Task.Run(terminal.ReadLine, cancellationToken).WaitAsync(cancellationToken);
    }
}
