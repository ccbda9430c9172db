using System.Globalization;
using DpkoBot.Commands.Evaluation;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Commands.Difference;

/// <summary>Shows the replies that change, side by side.</summary>
internal static class DifferenceView
{
    /// <summary>More of an answer than this tells a reviewer nothing new.</summary>
    private const int MaxText = 240;

    public static IEnumerable<string> Plain(IReadOnlyCollection<ChangedReply> changes)
    {
        foreach (var kind in ByKind(changes))
        {
            yield return $"{Heading(kind.Key)} ({Number(kind.Count())})";
            foreach (var change in kind)
            {
                yield return $"  {Place(change)}: \"{Said(change)}\"";
                yield return $"    - {Described(change.Before.Reply)}";
                yield return $"    + {Described(change.After.Reply)}";
            }

            yield return "";
        }
    }

    public static IEnumerable<string> Markdown(IReadOnlyCollection<ChangedReply> changes)
    {
        foreach (var kind in ByKind(changes))
        {
            yield return $"#### {Heading(kind.Key)} ({Number(kind.Count())})";
            yield return "";
            foreach (var line in MarkdownTable.Lines(["question", "before", "after"], kind.Select(IReadOnlyCollection<string> (c) => [$"{Said(c)}\n{Place(c)}", Described(c.Before.Reply), Described(c.After.Reply)])))
            {
                yield return line;
            }

            yield return "";
        }
    }

    /// <summary>How many questions change, and how.</summary>
    public static string Summary(IReadOnlyCollection<ChangedReply> all)
    {
        var changed = all.Count(c => c.Change is not Change.None);
        return changed == 0
            ? $"None of {Number(all.Count)} known questions changes."
            : $"{Number(changed)} of {Number(all.Count)} known questions change: {Number(all.Count(c => c.Change is Change.Worse))} get worse, {Number(all.Count(c => c.Change is Change.Better))} get better.";
    }

    private static IEnumerable<IGrouping<Change, ChangedReply>> ByKind(IEnumerable<ChangedReply> changes) =>
        changes.Where(c => c.Change is not Change.None).GroupBy(c => c.Change).OrderBy(kind => kind.Key);

    private static string Heading(Change change) => change switch
    {
        Change.Worse => "Right before, and no longer",
        Change.Better => "Right now, and not before",
        Change.Outcome => "Another outcome",
        Change.Answer => "Another answer",
        _ => "More or less certain",
    };

    private static string Said(ChangedReply change) => string.Join(" → ", change.Before.Case.Turns);

    private static string Place(ChangedReply change) => $"{Path.GetFileName(change.File.Path)}:{Number(change.Before.Case.Line)}";

    private static string Described(BotReply reply)
    {
        var band = ScoreBands.Of(reply.Recognition.Score).ToString().ToLowerInvariant();
        var text = string.Join(' ', reply.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Create(CultureInfo.InvariantCulture, $"{Outcomes.NameOf(reply.Outcome)} ({band}, {reply.Recognition.Score:0.00}): {(text.Length <= MaxText ? text : $"{text[..MaxText].TrimEnd()} …")}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
