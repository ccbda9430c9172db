using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DpkoBot.Commands.Authoring;
using DpkoBot.Commands.Exchange;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Adds pairs of questions and answers to the knowledge, as free topics.</summary>
internal static class ImportCommand
{
    private const string SourcesFile = "facts/sources.yaml";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = $"The file; its ending tells the format: {PairFormats.Endings}." };
        var language = new Option<string?>("--language") { Description = "The tag of their language, which is that of a folder; English, or the only one, unless told.", HelpName = "TAG" };
        var date = new Option<string?>("--date") { Description = "Of when the pairs are, such as 2026 or 2026-11; today unless told.", HelpName = "DATE" };
        date.Validators.Add(RejectWhatIsNoDate);
        var knowledge = AuthorsFolder.Option();
        var command = new Command("import", "Adds pairs of questions and answers to the knowledge: each becomes a topic with its own source. It says what could not be kept. The exit code is 1 where `check` then finds problems.")
        {
            file, language, date, knowledge,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, parsed.GetRequiredValue(file), parsed.GetValue(language), parsed.GetValue(date), parsed.GetValue(knowledge), cancellationToken));
        return command;
    }

    private static void RejectWhatIsNoDate(OptionResult result)
    {
        if (!DateRange.TryParse(result.Tokens is [{ Value: var text }] ? text : "", out _))
        {
            result.AddError("--date takes a date such as 2026, 2026-11 or 2026-11-30.");
        }
    }

    private static async Task<int> RunAsync(Terminal terminal, string file, string? language, string? date, string? folder, CancellationToken cancellationToken)
    {
        if (AuthorsFolder.FindOrTell(folder, terminal) is not { } path)
        {
            return ExitCode.Failed;
        }

        var (outline, problems) = KnowledgeOutline.Read(path);
        terminal.Errors.WriteProblems(problems);
        if (outline is null || outline.Languages.IsEmpty)
        {
            return ExitCode.Failed;
        }

        var tag = language ?? outline.Languages[0];
        if (!outline.Languages.Contains(tag))
        {
            terminal.Errors.WriteRawLine($"The knowledge has no language `{tag}`; it has {string.Join(", ", outline.Languages)}.");
            return ExitCode.Failed;
        }

        var read = PairFormats.Read(file);
        var day = date ?? terminal.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (sources, files, lost) = new ImportedTopics(outline, Path.GetFileName(file), tag, day).From(read.Pairs);
        if (AuthorsFolder.FaultOfExisting(path, files) is { } fault)
        {
            terminal.Errors.WriteRawLine(fault);
            return ExitCode.Failed;
        }

        await AppendAsync(Path.Combine(path, SourcesFile), sources, cancellationToken);
        await AuthorsFolder.WriteAsync(path, files, terminal, cancellationToken);
        terminal.Out.WriteRawLine($"{Path.Combine(path, SourcesFile)} has their sources at its end.");
        terminal.Out.WriteRawLine(string.Create(CultureInfo.InvariantCulture, $"{read.Pairs.Length} pairs were imported."));
        foreach (var loss in read.Lost.Concat(lost))
        {
            terminal.Out.WriteRawLine($"Lost: {loss}");
        }

        return Check(path, terminal);
    }

    private static async Task AppendAsync(string path, string text, CancellationToken cancellationToken)
    {
        var before = await File.ReadAllTextAsync(path, cancellationToken);
        await File.WriteAllTextAsync(path, before.Length == 0 || before.EndsWith('\n') ? before + text : $"{before}\n{text}", cancellationToken);
    }

    private static int Check(string folder, Terminal terminal)
    {
        var loaded = KnowledgeLoader.Load(folder);
        List<Diagnostic> problems = loaded.Knowledge is { } knowledge ? [.. LongAnswers.In(knowledge)] : [.. loaded.Diagnostics];
        terminal.Out.WriteProblems(problems);
        return problems.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }
}
