using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DpkoBot.Authors;
using DpkoBot.Authors.Gaps;
using DpkoBot.Commands.Evaluation;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Shows what was asked in vain, by likeness.</summary>
internal static class GapsCommand
{
    public static Command Create(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files of utterances to ask, each as a conversation, instead of what users asked.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        files.RejectOptions();
        var (store, markdown, knowledge) = (GapsFile.Option(), MarkdownTable.Option(), KnowledgeFolder.Option());
        var command = new Command("gaps", "Shows the questions that got no answer, by likeness, with the nearest known question and why it was not taken.")
        {
            files, store, markdown, knowledge,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, train, parsed.GetValue(files) ?? [], parsed.GetValue(store), parsed.GetValue(markdown), parsed.GetValue(knowledge), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, Func<KnowledgeBase, AnswerEngine> train, string[] files, string? store, bool markdown, string? folder, CancellationToken cancellationToken)
    {
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge
            || (files.Length > 0 ? await AskAsync(terminal, train(knowledge), files, cancellationToken) : GapsFile.ReadOrTell(store, terminal)) is not { } gaps)
        {
            return ExitCode.Failed;
        }

        var clusters = GapReport.Cluster(gaps, knowledge);
        foreach (var line in markdown ? Table(clusters) : List(clusters))
        {
            terminal.Out.WriteRawLine(line);
        }

        terminal.Out.WriteRawLine(string.Create(CultureInfo.InvariantCulture, $"{gaps.Count} questions without an answer, in {clusters.Length} groups."));
        return ExitCode.Fine;
    }

    /// <summary>What of the files gets no answer; null after a problem in them was told.</summary>
    private static async Task<IReadOnlyList<Gap>?> AskAsync(Terminal terminal, AnswerEngine engine, string[] paths, CancellationToken cancellationToken)
    {
        var gaps = new List<Gap>();
        foreach (var path in paths)
        {
            var (file, problems) = await UtteranceFileReader.ReadAsync(path, cancellationToken);
            terminal.Errors.WriteProblems(problems);
            if (file is null)
            {
                return null;
            }

            gaps.AddRange(ScoredFile.Play(engine, file, cancellationToken).Cases.Select(c => Gap.Of(c.Case.Turns[^1], c.Reply)).OfType<Gap>());
        }

        return [.. gaps.GroupBy(gap => (gap.Text, gap.Language)).Select(same => same.First() with { Conversations = same.Count() })];
    }

    private static IEnumerable<string> List(ImmutableArray<GapCluster> clusters)
    {
        foreach (var cluster in clusters)
        {
            var first = cluster.Gaps[0];
            yield return string.Create(CultureInfo.InvariantCulture, $"{cluster.Conversations} x {GapReport.Explain(first)}{Nearest(first)}");
            foreach (var gap in cluster.Gaps)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"    {gap.Conversations} {gap.Text}");
            }
        }
    }

    private static IEnumerable<string> Table(ImmutableArray<GapCluster> clusters) => MarkdownTable.Lines(
        ["conversations", "questions", "why without an answer", "nearest known question"],
        clusters.Select(IReadOnlyCollection<string> (c) =>
        [
            c.Conversations.ToString(CultureInfo.InvariantCulture),
            string.Join('\n', c.Gaps.Select(gap => gap.Text)),
            GapReport.Explain(c.Gaps[0]),
            c.Gaps[0].Intent is { } intent ? $"{MarkdownTable.Code(intent)} {c.Gaps[0].Nearest}" : "",
        ])).Append("");

    private static string Nearest(Gap gap) => gap.Intent is null ? "" : $"; nearest `{gap.Intent}`: \"{gap.Nearest}\"";
}

/// <summary>The file in which the host keeps what was asked in vain.</summary>
internal static class GapsFile
{
    public static Option<string?> Option() => new("--gaps-file") { Description = "The file that the host keeps them in; that of the settings unless told.", HelpName = "FILE" };

    /// <summary>What it holds, or null after it was told that there is none.</summary>
    public static IReadOnlyList<Gap>? ReadOrTell(string? path, Terminal terminal)
    {
        var options = HostSettings.Read().GetSection(AuthorsOptions.Section).Get<AuthorsOptions>() ?? new AuthorsOptions();
        path ??= AuthorsSetup.PathOf(options);
        if (!File.Exists(path))
        {
            terminal.Errors.WriteRawLine($"{path}: there is no such file; the host keeps what was asked in vain once the setting Authors:RecordGaps is true.");
            return null;
        }

        using var store = new GapStore(path, options.MinConversations, options.HashKey);
        return store.Gaps();
    }
}
