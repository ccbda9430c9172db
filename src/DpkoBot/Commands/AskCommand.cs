using System.CommandLine;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using Spectre.Console;

namespace DpkoBot.Commands;

/// <summary>Answers the questions that it is given, as one conversation.</summary>
internal static class AskCommand
{
    public static Command Create(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var questions = new Argument<string[]>("question")
        {
            Description = "The question, in quotes. Several are one conversation: each may lean on those before it.",
            Arity = ArgumentArity.OneOrMore,
        };
        questions.RejectOptions();
        var (why, locale, knowledge) = (ReplyView.WhyOption(), ReplyView.LocaleOption(), KnowledgeFolder.Option());
        var command = new Command("ask", "Answers a question. The exit code is 0, or 2 where a question got no answer (it is not in the knowledge, or was declined).")
        {
            questions, why, locale, knowledge,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            terminal, train, parsed.GetRequiredValue(questions), parsed.GetValue(why), parsed.GetValue(locale), parsed.GetValue(knowledge), cancellationToken)));
        return command;
    }

    private static int Run(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train, string[] questions, bool why, string? locale, string? folder, CancellationToken cancellationToken)
    {
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge)
        {
            return ExitCode.Failed;
        }

        var engine = train(knowledge);
        var state = ConversationState.Empty;
        var exitCode = ExitCode.Fine;
        foreach (var question in questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (questions.Length > 1)
            {
                terminal.Out.Write(new Text($"> {question}\n", new Style(decoration: Decoration.Dim)));
            }

            var (reply, next) = engine.Answer(question, locale, state);
            state = next;
            terminal.Out.WriteReply(reply, why);
            if (reply.Outcome is Outcome.Fallback)
            {
                terminal.Out.WriteMarkdown(string.Join('\n', reply.SuggestedQuestions.Select(suggested => $"- {suggested}")));
            }

            exitCode = reply.Outcome is Outcome.Fallback or Outcome.Refuse ? ExitCode.NotAnswered : exitCode;
        }

        return exitCode;
    }
}
