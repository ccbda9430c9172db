using System.Collections.Immutable;
using System.Globalization;

namespace DpkoBot.Commands.Exchange;

/// <summary>Pairs as a table, with the columns of QnA Maker and Custom Question Answering: a row for each wording of a question.</summary>
internal static class PairTable
{
    private const string True = "True";
    private static readonly ImmutableArray<string> Columns = ["Question", "Answer", "Source", "Metadata", "SuggestedQuestions", "IsContextOnly", "Prompts", "QnaId"];

    /// <param name="rows">The header and the rows; a row can be shorter than the header.</param>
    public static PairFile Read(IEnumerable<IReadOnlyList<string>> rows)
    {
        Dictionary<string, int>? header = null;
        var pairs = new List<QnaPair>();
        var (contextOnly, suggested, empty, html) = (0, 0, 0, 0);
        foreach (var row in rows)
        {
            if (header is null)
            {
                header = ReadHeader(row);
                continue;
            }

            string Cell(string column) => header.TryGetValue(column, out var index) && index < row.Count ? row[index].Trim() : "";
            if (Cell("Question").Length == 0 || Cell("Answer").Length == 0)
            {
                empty += row.Any(cell => !string.IsNullOrWhiteSpace(cell)) ? 1 : 0;
                continue;
            }

            html += HtmlAnswer.IsHtml(Cell("Answer")) ? 1 : 0;
            contextOnly += Cell("IsContextOnly").Equals(True, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            suggested += IsSomething(Cell("SuggestedQuestions")) ? 1 : 0;
            Add(pairs, new QnaPair
            {
                Questions = [Cell("Question")],
                Answer = HtmlAnswer.IsHtml(Cell("Answer")) ? HtmlAnswer.ToMarkdown(Cell("Answer")) : Cell("Answer"),
                Source = Cell("Source"),
                Metadata = Cell("Metadata"),
                Prompts = IsSomething(Cell("Prompts")) ? Cell("Prompts") : "",
                Id = Cell("QnaId"),
            });
        }

        return header is null
            ? throw new InvalidDataException("the file is empty; its first line must name the columns Question and Answer.")
            : new PairFile([.. pairs], [.. Losses.Tell(
                (empty, "rows without a question or an answer were left out"),
                (suggested, "rows have suggestions of active learning, which are not questions yet; they were left out"),
                (html, "rows have answers in HTML, which are Markdown now: paragraphs, lists, bold, italics and links were kept"),
                (contextOnly, "rows are meant for follow-ups only; they can be asked at any time now"))]);
    }

    /// <returns>The header and the rows.</returns>
    public static IEnumerable<IReadOnlyList<string>> Write(IEnumerable<QnaPair> pairs)
    {
        yield return Columns;
        foreach (var (number, pair) in pairs.Index())
        {
            foreach (var question in pair.Questions)
            {
                yield return
                [
                    question, pair.Answer, pair.Source, pair.Metadata, "[]", "False", pair.Prompts.Length == 0 ? "[]" : pair.Prompts,
                    pair.HasNumber ? pair.Id : (number + 1).ToString(CultureInfo.InvariantCulture),
                ];
            }
        }
    }

    private static Dictionary<string, int> ReadHeader(IReadOnlyList<string> row)
    {
        var header = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, name) in row.Index())
        {
            header.TryAdd(name.Trim().TrimStart('\uFEFF'), index);
        }

        return header.ContainsKey("Question") && header.ContainsKey("Answer")
            ? header
            : throw new InvalidDataException($"the first line must name the columns, of which Question and Answer are needed; it is \"{string.Join("\", \"", row.Take(4))}\".");
    }

    // The wordings of one question follow each other with the same answer and number; its metadata may stand with the first alone.
    private static void Add(List<QnaPair> pairs, QnaPair pair)
    {
        if (pairs.Count > 0 && pairs[^1] is var last && last.Answer == pair.Answer && last.Id == pair.Id && last.Source == pair.Source)
        {
            pairs[^1] = last with { Questions = last.Questions.Contains(pair.Questions[0]) ? last.Questions : last.Questions.Add(pair.Questions[0]) };
            return;
        }

        pairs.Add(pair);
    }

    private static bool IsSomething(string json) => json is not ("" or "[]" or "null");
}

internal static class Losses
{
    /// <summary>A sentence for each count that is not zero.</summary>
    public static IEnumerable<string> Tell(params IEnumerable<(int Count, string What)> losses) =>
        losses.Where(loss => loss.Count > 0).Select(loss => string.Create(CultureInfo.InvariantCulture, $"{loss.Count} {loss.What}."));
}
