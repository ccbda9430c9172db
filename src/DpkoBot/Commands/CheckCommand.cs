using System.Collections.Immutable;
using System.CommandLine;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Validates a knowledge folder for its authors.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var knowledge = KnowledgeFolder.Option();
        var command = new Command("check", "Checks the knowledge and lists everything that is wrong in it; the exit code is then 1.") { knowledge };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(knowledge)));
        return command;
    }

    private static int Run(Terminal terminal, string? folder)
    {
        var loaded = KnowledgeFolder.Load(folder);
        ImmutableArray<Diagnostic> problems = loaded.Knowledge is { } usable ? [.. LongAnswers.In(usable)] : loaded.Diagnostics;
        terminal.Out.WriteProblems(problems);
        if (loaded.Knowledge is not { } knowledge || !problems.IsEmpty)
        {
            terminal.Out.WriteRawLine(Count(problems.Length, "problem") + ".");
            return ExitCode.Failed;
        }

        terminal.Out.WriteRawLine(Summarize(knowledge));
        return ExitCode.Fine;
    }

    private static string Summarize(KnowledgeBase knowledge)
    {
        var facts = knowledge.Subjects.Values.Sum(subject => subject.Facts.Length);
        var sentences = knowledge.Languages.Values.Sum(CountSentences);
        var languages = string.Join(", ", knowledge.Languages.Keys.Order(StringComparer.Ordinal));
        return $"Nothing is wrong: {Count(knowledge.Subjects.Count, "subject")}, {Count(facts, "fact")}, {Count(sentences, "sentence")}, {Count(knowledge.Languages.Count, "language")} ({languages}).";
    }

    private static int CountSentences(LanguagePack pack) =>
        pack.Intents.Values.Sum(intent => intent.Sentences.Length + intent.FollowUps.Length)
        + pack.Conversation.Values.Sum(intent => intent.Sentences.Length)
        + pack.Background.Length;

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
