using System.CommandLine;
using DpkoBot.Commands.Difference;
using DpkoBot.Commands.Evaluation;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Shows what a change of the knowledge does to the known questions, before it is published.</summary>
internal static class DiffCommand
{
    private const string DefaultUtterances = "tests/DpkoBot.Tests/utterances";

    public static Command Create(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var old = new Argument<string>("OLD") { Description = "The knowledge before: a folder, or a git revision such as main or HEAD~1." };
        var @new = new Argument<string>("NEW") { Description = "The knowledge after: a folder (such as knowledge), or a git revision." };
        var files = new Option<string[]>("--utterances")
        {
            Description = $"The files of known questions; those in {DefaultUtterances}/ unless told.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var path = new Option<string>("--path") { Description = "The knowledge folder in the repository whose revision is meant.", HelpName = "FOLDER", DefaultValueFactory = _ => "knowledge" };
        var gaps = new Option<string?>("--gaps") { Description = "Also asks what users asked in vain, as the host keeps it in a file such as gaps.db.", HelpName = "FILE" };
        var markdown = MarkdownTable.Option();
        var command = new Command("diff", "Shows which known questions change their answer, outcome or certainty. The exit code is 0 where none does, 2 where some do, and 1 where one that was right no longer is.")
        {
            old, @new, files, gaps, path, markdown,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = parsed.GetValue(files) ?? [];
            return await FilesOrTellAsync(terminal, given, cancellationToken) is { } utterances
                && AddGaps(utterances, parsed.GetValue(gaps), terminal)
                && await LoadAsync(parsed.GetRequiredValue(old), cancellationToken) is { } before
                && await LoadAsync(parsed.GetRequiredValue(@new), cancellationToken) is { } after
                ? Run(terminal, train, before, after, utterances, parsed.GetValue(markdown), cancellationToken)
                : ExitCode.Failed;

            Task<KnowledgeBase?> LoadAsync(string name, CancellationToken token) => KnowledgeVersion.LoadOrTellAsync(name, parsed.GetRequiredValue(path), terminal, token);
        });
        return command;
    }

    private static int Run(
        Terminal terminal, Func<KnowledgeBase, AnswerEngine> train, KnowledgeBase before, KnowledgeBase after, List<UtteranceFile> files, bool markdown, CancellationToken cancellationToken)
    {
        foreach (var file in files.Where(f => !before.Languages.ContainsKey(f.Language) || !after.Languages.ContainsKey(f.Language)))
        {
            terminal.Errors.WriteRawLine($"{file.Path}: left out, because not both have the language `{file.Language}`.");
        }

        files = files.FindAll(f => before.Languages.ContainsKey(f.Language) && after.Languages.ContainsKey(f.Language));
        var (old, @new) = (train(before), train(after));
        var changes = files.SelectMany(file => ChangedReply.Play(old, @new, file, cancellationToken)).ToList();
        foreach (var line in markdown ? DifferenceView.Markdown(changes) : DifferenceView.Plain(changes))
        {
            terminal.Out.WriteRawLine(line);
        }

        terminal.Out.WriteRawLine(DifferenceView.Summary(changes));
        return changes.Exists(c => c.Change is Change.Worse) ? ExitCode.Failed
            : changes.Exists(c => c.Change is not Change.None) ? ExitCode.Changed
            : ExitCode.Fine;
    }

    /// <returns>False after it was told that the file is not there.</returns>
    private static bool AddGaps(List<UtteranceFile> files, string? path, Terminal terminal)
    {
        if (path is null)
        {
            return true;
        }

        if (GapsFile.ReadOrTell(path, terminal) is not { } gaps)
        {
            return false;
        }

        files.AddRange(gaps.GroupBy(gap => gap.Language).Select(language => new UtteranceFile(
            path, language.Key, null, null, [.. language.Select((gap, index) => new UtteranceCase(index + 1, "gap", [gap.Text], new Expectation.Anything()))])));
        return true;
    }

    /// <summary>The known questions, or null after it was told why there are none.</summary>
    private static async Task<List<UtteranceFile>?> FilesOrTellAsync(Terminal terminal, string[] given, CancellationToken cancellationToken)
    {
        var paths = given.Length > 0 ? given
            : Directory.Exists(DefaultUtterances) ? [.. Directory.GetFiles(DefaultUtterances, "*.yaml").Order(StringComparer.Ordinal)]
            : [];
        if (paths.Length == 0)
        {
            terminal.Errors.WriteRawLine($"There are no known questions: {DefaultUtterances}/ is not here; name files with --utterances.");
            return null;
        }

        var files = new List<UtteranceFile>();
        foreach (var path in paths)
        {
            var (file, problems) = await UtteranceFileReader.ReadAsync(path, cancellationToken);
            terminal.Errors.WriteProblems(problems);
            if (file is null)
            {
                return null;
            }

            files.Add(file);
        }

        return files;
    }
}
