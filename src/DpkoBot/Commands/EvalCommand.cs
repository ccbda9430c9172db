using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DpkoBot.Commands.Evaluation;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Scores the bot on files of utterances with the right replies.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "A YAML file of utterances with the replies that they should get.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.RejectOptions();
        var failures = new Option<string?>("--failures") { Description = "Also writes the failing cases to a file, which eval can play again.", HelpName = "FILE" };
        var min = new Option<double?>("--min")
        {
            Description = "The percentage of all cases that must pass, instead of the floor and max_false of each file.",
            HelpName = "PERCENT",
            CustomParser = ReadPercentage,
        };
        var (markdown, knowledge) = (MarkdownTable.Option(), KnowledgeFolder.Option());
        var command = new Command("eval", "Plays files of utterances and counts the right replies. The exit code is 1 where too few are right.")
        {
            files, failures, min, markdown, knowledge,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, train, parsed.GetRequiredValue(files), parsed.GetValue(failures), parsed.GetValue(min), parsed.GetValue(markdown), parsed.GetValue(knowledge), cancellationToken));
        return command;
    }

    // The parser that System.CommandLine has for numbers takes those of the user's culture, too.
    private static double? ReadPercentage(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
        {
            return percent;
        }

        result.AddError("--min takes a percentage: a number from 0 to 100, without a sign.");
        return null;
    }

    private static async Task<int> RunAsync(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train, string[] paths, string? failures, double? min, bool markdown, string? folder, CancellationToken cancellationToken)
    {
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge
            || await ReadOrTellAsync(terminal, paths, knowledge, cancellationToken) is not { } files)
        {
            return ExitCode.Failed;
        }

        if (failures is not null && files.DistinctBy(file => file.Language).Count() > 1)
        {
            terminal.Errors.WriteRawLine("--failures writes a file in one language; give it files of one language.");
            return ExitCode.Failed;
        }

        var engine = train(knowledge);
        ImmutableArray<ScoredFile> scored = [.. files.Select(file => ScoredFile.Play(engine, file, cancellationToken))];
        if (markdown)
        {
            EvaluationMarkdown.Write(terminal, scored);
        }
        else
        {
            terminal.Out.WriteTable([.. scored.SelectMany(file => file.Cases)]);
            TellFailures(terminal, scored);
        }

        if (failures is not null)
        {
            await FailureFile.WriteAsync(failures, scored, cancellationToken);
        }

        return Judge(terminal, scored, min);
    }

    /// <summary>All files, or null after the problems in them were told.</summary>
    private static async Task<List<UtteranceFile>?> ReadOrTellAsync(Terminal terminal, string[] paths, KnowledgeBase knowledge, CancellationToken cancellationToken)
    {
        var files = new List<UtteranceFile>();
        foreach (var path in paths)
        {
            var (file, problems) = await UtteranceFileReader.ReadAsync(path, cancellationToken);
            terminal.Errors.WriteProblems(problems);
            if (file is not null && !knowledge.Languages.ContainsKey(file.Language))
            {
                terminal.Errors.WriteProblems([new Diagnostic(path, 0, $"the knowledge has no language `{file.Language}`; it has {string.Join(", ", knowledge.Languages.Keys)}.")]);
            }
            else if (file is not null)
            {
                files.Add(file);
            }
        }

        return files.Count == paths.Length ? files : null;
    }

    private static void TellFailures(Terminal terminal, ImmutableArray<ScoredFile> files)
    {
        foreach (var file in files)
        {
            foreach (var failure in file.Failures)
            {
                terminal.Out.WriteRawLine(EvaluationView.Describe(file.File, failure));
            }
        }
    }

    private static int Judge(Terminal terminal, ImmutableArray<ScoredFile> files, double? min)
    {
        var passed = files.SelectMany(file => file.Cases).ToList().PercentPassed();
        List<string> shortfalls = min is null
            ? [.. files.SelectMany(file => file.Shortfalls().Select(shortfall => $"{file.File.Path}: {shortfall}"))]
            : passed < min ? [string.Create(CultureInfo.InvariantCulture, $"{passed:0.0} % of the cases passed, which is below {min} %.")] : [];
        shortfalls.ForEach(terminal.Errors.WriteRawLine);
        return shortfalls.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }
}
