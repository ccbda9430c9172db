using System.Globalization;
using DpkoBot.Core.Conversation;
using Spectre.Console;

namespace DpkoBot.Commands.Evaluation;

/// <summary>Shows how the cases went.</summary>
internal static class EvaluationView
{
    private static readonly string[] Numbers = ["passed", "total", "%", "wrong", "silent", "false", "other"];

    public static IReadOnlyCollection<string> Columns => ["kind", .. Numbers];

    public static void WriteTable(this IAnsiConsole console, IReadOnlyCollection<ScoredCase> cases)
    {
        var table = new Table().AddColumn("kind");
        foreach (var name in Numbers)
        {
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        }

        foreach (var kind in cases.GroupBy(scored => scored.Case.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            AddRow(table, kind.Key, [.. kind]);
        }

        table.AddEmptyRow();
        AddRow(table, "all", cases);
        console.Write(table);
        console.WriteLine("wrong: another question was answered. silent: a question, or a part of it, was not answered. false: answered, but should not have been. other: not answered, but not in the expected way.");
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Time of a reply: {cases.TimeOf(0.5).TotalMilliseconds:0.00} ms at the median, {cases.TimeOf(0.99).TotalMilliseconds:0.00} ms at the 99th percentile."));
    }

    /// <summary>A failing case in a line: where it stands, what was said, what should have come, what came.</summary>
    public static string Describe(UtteranceFile file, ScoredCase scored) =>
        $"{file.Path}:{scored.Case.Line}: {scored.Verdict.ToString().ToUpperInvariant()} {scored.Case.Kind}: \"{string.Join("\" -> \"", scored.Case.Turns)}\" should get {scored.Case.Expected}, got {Got(scored.Reply)}";

    /// <summary>What came: the outcome, what was answered, and what the recognizer thought.</summary>
    public static string Got(BotReply reply)
    {
        var topics = reply.Topics.IsEmpty ? "" : $" {string.Join(", ", reply.Topics)}";
        return string.Create(CultureInfo.InvariantCulture, $"{Outcomes.NameOf(reply.Outcome)}{topics} (intent {reply.Recognition.Intent ?? "none"}, score {reply.Recognition.Score:0.00})");
    }

    private static void AddRow(Table table, string kind, IReadOnlyCollection<ScoredCase> cases) => table.AddRow([.. Row(kind, cases).Select(text => new Text(text))]);

    /// <summary>The cases of one kind in numbers, below <see cref="Columns"/>.</summary>
    public static IReadOnlyCollection<string> Row(string kind, IReadOnlyCollection<ScoredCase> cases)
    {
        int[] counts = [cases.Count(Verdict.Passed), cases.Count, cases.Count(Verdict.Wrong), cases.Count(Verdict.Silent), cases.Count(Verdict.False), cases.Count(Verdict.Other)];
        var texts = counts.Select(count => count.ToString(CultureInfo.InvariantCulture)).ToList();
        texts.Insert(2, cases.PercentPassed().ToString("0.0", CultureInfo.InvariantCulture));
        return [kind, .. texts];
    }
}
