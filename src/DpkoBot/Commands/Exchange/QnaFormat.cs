using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DpkoBot.Commands.Exchange;

/// <summary>Bot Framework's <c>.qna</c>: questions as headings and list items, answers between fences.</summary>
internal class QnaFormat : IPairFormat
{
    public PairFile Read(Stream file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, true), detectEncodingFromByteOrderMarks: true);
        return new QnaReader().Read(Texts.ReadAll(reader).ReplaceLineEndings("\n").Split('\n'));
    }

    public virtual ImmutableArray<string> Write(IReadOnlyCollection<QnaPair> pairs, Stream file)
    {
        using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        foreach (var pair in pairs)
        {
            WritePair(pair, writer);
        }

        return [.. Losses.Tell((pairs.Count(p => p.Prompts.Length > 0), "pairs have follow-up prompts, which were not written"))];
    }

    private static void WritePair(QnaPair pair, StreamWriter writer)
    {
        writer.WriteLine(pair.Source.Length == 0 ? "" : $"> !# @qna.pair.source = {OneLine(pair.Source)}\n");
        if (pair.HasNumber)
        {
            writer.WriteLine($"<a id = \"{pair.Id}\"></a>\n");
        }

        writer.WriteLine($"# ? {OneLine(pair.Questions[0])}");
        foreach (var question in pair.Questions.Skip(1))
        {
            writer.WriteLine($"- {OneLine(question)}");
        }

        if (pair.Metadata.Length > 0)
        {
            writer.WriteLine("\n**Filters:**");
            foreach (var filter in pair.Metadata.Split('|'))
            {
                writer.WriteLine($"- {string.Join(" = ", filter.Split(':', 2))}");
            }
        }

        var fence = pair.Answer.Contains("```", StringComparison.Ordinal) ? "````" : "```";
        writer.WriteLine($"\n{fence}markdown\n{pair.Answer}\n{fence}\n");
    }

    protected static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Bot Framework's <c>.lu</c>: intents with what people say. It has no answers, and so they have to be written after an import.</summary>
internal sealed class LuFormat : QnaFormat
{
    public override ImmutableArray<string> Write(IReadOnlyCollection<QnaPair> pairs, Stream file)
    {
        using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        foreach (var (number, pair) in pairs.Index())
        {
            writer.WriteLine($"# {(pair.Id.Length > 0 ? pair.Id : string.Create(CultureInfo.InvariantCulture, $"topic-{number + 1}"))}");
            foreach (var question in pair.Questions)
            {
                writer.WriteLine($"- {OneLine(question)}");
            }

            writer.WriteLine();
        }

        return [.. Losses.Tell(
            (pairs.Count(p => p.Answer.Length > 0), "answers were not written: .lu holds what people say, and no answers"),
            (pairs.Count(p => p.Source.Length > 0), "sources were not written"))];
    }
}

/// <summary>Reads <c>.qna</c> and <c>.lu</c> line by line.</summary>
internal sealed partial class QnaReader
{
    private readonly List<QnaPair> pairs = [];
    private readonly List<string> questions = [];
    private readonly List<string> filters = [];
    private readonly JsonArray prompts = [];
    private (string Source, string Id) next = ("", "");
    private (string Source, string Id) current = ("", "");
    private string part = "questions";
    private bool isOpen;
    private int labels;
    private int references;
    private int synonyms;
    private int intents;

    public PairFile Read(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (isOpen && Fence.Match(lines[i]) is { Success: true } fence)
            {
                var end = lines.Skip(i + 1).ToList().FindIndex(line => line.TrimEnd().EndsWith(fence.Groups[1].Value, StringComparison.Ordinal)) is >= 0 and var length ? i + 1 + length : -1;
                if (end < 0)
                {
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {i + 1}: the answer that starts here does not end; add a line with {fence.Groups[1].Value} below it."));
                }

                Close(Dedent(lines.Skip(i + 1).Take(end - i - 1).ToList()));
                i = end;
            }
            else
            {
                ReadLine(lines[i].Trim());
            }
        }

        CloseIntent();
        return pairs.Count == 0 && references + synonyms == 0
            ? throw new InvalidDataException("there are no questions in it: lines that start with \"# ?\", or intents that start with \"#\".")
            : new PairFile([.. pairs], [.. Losses.Tell(
                (intents, "intents have no answers; write them where they stand empty"),
                (labels, "labels of entities were replaced by the words that they label"),
                (references, "references to other files and pages were not followed; import those files by themselves"),
                (synonyms, "lists of synonyms and entities were left out; synonyms go into synonyms.yaml"))]);
    }

    private void ReadLine(string line)
    {
        if (line.StartsWith('>'))
        {
            next.Source = SourceLine.Match(line) is { Success: true } source ? source.Groups[1].Value.Trim() : next.Source;
        }
        else if (IdLine.Match(line) is { Success: true } id)
        {
            next.Id = id.Groups[1].Value;
        }
        else if (Heading.Match(line) is { Success: true } heading)
        {
            CloseIntent();
            Open(heading.Groups[1].Value == "?", heading.Groups[2].Value.Trim());
        }
        else if (line.StartsWith('$') || line.StartsWith('@'))
        {
            CloseIntent();
            (synonyms, part) = (synonyms + 1, "none");
        }
        else if (line.StartsWith("**", StringComparison.Ordinal))
        {
            part = line.Contains("filter", StringComparison.OrdinalIgnoreCase) ? "filters" : "prompts";
        }
        else if (line.StartsWith('-') || line.StartsWith('*') || line.StartsWith('+'))
        {
            ReadItem(line[1..].Trim());
        }
        else if (line.StartsWith('['))
        {
            references++;
        }
    }

    private void ReadItem(string item)
    {
        switch (part)
        {
            case "questions" when isOpen && item.StartsWith('[') && item.Contains("](", StringComparison.Ordinal):
                references++;
                break;
            case "questions" when isOpen && item.Length > 0:
                labels += Label.Count(item);
                questions.Add(Label.Replace(item, match => match.Groups[1].Value.Trim()));
                break;
            case "filters":
                filters.Add(string.Join(':', item.Split('=', 2, StringSplitOptions.TrimEntries)));
                break;
            case "prompts":
                AddPrompt(item);
                break;
        }
    }

    private void AddPrompt(string item)
    {
        if (Prompt.Match(item) is not { Success: true } prompt)
        {
            return;
        }

        var entry = new JsonObject { ["displayOrder"] = prompts.Count, ["qnaId"] = prompt.Groups[2].Value, ["displayText"] = prompt.Groups[1].Value };
        if (isOpen)
        {
            prompts.Add(entry);
        }
        else if (pairs.Count > 0)
        {
            // Prompts may stand behind the answer, too.
            var all = pairs[^1].Prompts.Length == 0 ? [] : JsonNode.Parse(pairs[^1].Prompts)!.AsArray();
            all.Add(entry);
            pairs[^1] = pairs[^1] with { Prompts = all.ToJsonString() };
        }
    }

    private void Open(bool isQuestion, string text)
    {
        (isOpen, part, current, next) = (true, "questions", next with { Id = isQuestion ? next.Id : text }, ("", ""));
        questions.Clear();
        filters.Clear();
        prompts.Clear();
        if (isQuestion && text.Length > 0)
        {
            questions.Add(text);
        }
    }

    private void Close(string answer)
    {
        isOpen = false;
        if (questions.Count > 0)
        {
            pairs.Add(new QnaPair
            {
                Questions = [.. questions.Distinct()],
                Answer = answer,
                Source = current.Source,
                Id = current.Id,
                Metadata = string.Join('|', filters),
                Prompts = prompts.Count == 0 ? "" : prompts.ToJsonString(),
            });
        }
    }

    /// <summary>What was opened and had no answer is an intent with what people say.</summary>
    private void CloseIntent()
    {
        if (isOpen && questions.Count > 0)
        {
            intents++;
            Close("");
        }

        isOpen = false;
    }

    private static string Dedent(List<string> lines)
    {
        var indent = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..].TrimEnd() : "")).Trim('\n');
    }

    [GeneratedRegex(@"^\s*(`{3,})")]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^>\s*!#\s*@qna\.pair\.source\s*=\s*(.*)$")]
    private static partial Regex SourceLine { get; }

    [GeneratedRegex(@"^<a\s+id\s*=\s*""([^""]*)"">\s*</a>$")]
    private static partial Regex IdLine { get; }

    [GeneratedRegex(@"^#+\s*(\??)\s*(.*)$")]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^\[([^\]]*)\]\(#\??([^)]*)\)")]
    private static partial Regex Prompt { get; }

    /// <summary>An entity in what people say: {city=Seattle}, or {@city = Seattle}.</summary>
    [GeneratedRegex(@"\{@?[^{}=]+=([^{}]*)\}")]
    private static partial Regex Label { get; }
}
