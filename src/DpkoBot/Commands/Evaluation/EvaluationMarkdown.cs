using System.Collections.Immutable;
using System.Globalization;

namespace DpkoBot.Commands.Evaluation;

/// <summary>Shows how the cases went, as a reviewer reads it.</summary>
internal static class EvaluationMarkdown
{
    public static void Write(Terminal terminal, ImmutableArray<ScoredFile> files)
    {
        List<ScoredCase> cases = [.. files.SelectMany(file => file.Cases)];
        var rows = cases.GroupBy(scored => scored.Case.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => EvaluationView.Row(kind.Key, [.. kind]))
            .Append(EvaluationView.Row("**all**", cases));
        Tell(terminal, MarkdownTable.Lines(EvaluationView.Columns, rows).Append(""));
        var failures = files.SelectMany(file => file.Failures.Select(failure => Row(file.File, failure))).ToList();
        if (failures.Count > 0)
        {
            Tell(terminal, MarkdownTable.Lines(["where", "verdict", "said", "should get", "got"], failures).Append(""));
        }
    }

    private static IReadOnlyCollection<string> Row(UtteranceFile file, ScoredCase failure) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file.Path)}:{failure.Case.Line}"),
        failure.Verdict.ToString(),
        string.Join(" → ", failure.Case.Turns),
        MarkdownTable.Code(failure.Case.Expected.ToString()!),
        MarkdownTable.Code(EvaluationView.Got(failure.Reply)),
    ];

    private static void Tell(Terminal terminal, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Out.WriteRawLine(line);
        }
    }
}
