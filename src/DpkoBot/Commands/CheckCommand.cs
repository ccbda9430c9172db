using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Validates a knowledge folder for its authors.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var (markdown, knowledge) = (MarkdownTable.Option(), KnowledgeFolder.Option());
        var command = new Command("check", "Checks the knowledge and lists everything that is wrong in it; the exit code is then 1.") { markdown, knowledge };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(markdown), parsed.GetValue(knowledge)));
        return command;
    }

    private static int Run(Terminal terminal, bool markdown, string? folder)
    {
        var loaded = KnowledgeFolder.Load(folder);
        ImmutableArray<Diagnostic> problems = loaded.Knowledge is { } usable ? [.. LongAnswers.In(usable)] : loaded.Diagnostics;
        if (markdown && !problems.IsEmpty)
        {
            WriteTable(terminal, problems);
        }
        else
        {
            terminal.Out.WriteProblems(problems);
        }

        if (loaded.Knowledge is not { } knowledge || !problems.IsEmpty)
        {
            terminal.Out.WriteRawLine(Count(problems.Length, "problem") + ".");
            return ExitCode.Failed;
        }

        terminal.Out.WriteRawLine(Summarize(knowledge));
        return ExitCode.Fine;
    }

    private static void WriteTable(Terminal terminal, ImmutableArray<Diagnostic> problems)
    {
        var rows = problems.Select(IReadOnlyCollection<string> (p) => [p.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{p.File}:{p.Line}") : p.File, p.Message]);
        foreach (var line in MarkdownTable.Lines(["where", "what is wrong, and what to do"], rows).Append(""))
        {
            terminal.Out.WriteRawLine(line);
        }
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
