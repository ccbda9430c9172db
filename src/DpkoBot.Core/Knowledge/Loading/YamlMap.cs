using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FuzzySharp;
using YamlDotNet.RepresentationModel;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>A mapping of a file, read key by key; what was never asked for is reported as unknown.</summary>
internal sealed class YamlMap
{
    private const int ManyNames = 200;
    private readonly OrderedDictionary<string, (YamlNode Value, long Line)> entries = [];
    private readonly HashSet<string> known = [];

    /// <summary>Wraps a mapping.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="file">The file that holds it.</param>
    /// <param name="what">What the mapping is, for messages: "an office".</param>
    /// <param name="line">The line of the key that holds it.</param>
    public YamlMap(YamlMappingNode node, YamlFile file, string what, long line)
    {
        What = what;
        File = file;
        Line = line;
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
            {
                entries[name] = (value, key.Start.Line);
            }
            else
            {
                file.Report(key.Start.Line, $"a key of {what} is not a word; write \"key: value\".");
            }
        }
    }

    /// <summary>What the mapping is, for messages: "an office".</summary>
    public string What { get; }

    public YamlFile File { get; }

    public long Line { get; }

    /// <summary>All keys with their lines, in order.</summary>
    public IEnumerable<(string Key, long Line)> Keys => entries.Select(e => (e.Key, e.Value.Line));

    public bool Has(string key) => TryGet(key, out _);

    public long LineOf(string key) => entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    public void Report(string? key, string message) => File.Report(key is null ? Line : LineOf(key), message);

    public string? Text(string key)
    {
        if (!TryGet(key, out var value))
        {
            return null;
        }

        if (value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        Report(key, $"`{key}` of {What} must be a text and not empty.");
        return null;
    }

    public string? RequiredText(string key)
    {
        if (!TryGet(key, out _))
        {
            Report(null, $"{What} lacks `{key}`; add it.");
            return null;
        }

        return Text(key);
    }

    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is not (null or "true" or "false"))
        {
            Report(key, $"`{key}` of {What} must be true or false.");
        }

        return text == "true";
    }

    public PartialDate? Date(string key) => Parsed(key, "a date such as 1992, 1992-03, 1992-03-01 (the year first, then the month and the day) or 1989~ (about)", (string t, out PartialDate d) => PartialDate.TryParse(t, out d));

    public DateRange? Range(string key) => Parsed(key, "a date such as 1992, 1992-03 or 1992-03-01, or two of them with a slash: 2017-04/2018-12", (string t, out DateRange d) => DateRange.TryParse(t, out d));

    public FactValue.Number? Number(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (FactValue.Number.TryParse(text, out var number))
        {
            return number;
        }

        Report(key, $"`{key}: {text}` of {What} is not a number such as 71, 10.05, ~4200 (about), >4400 (more than), <4200 (nearly) or 284..287.");
        return null;
    }

    /// <summary>Reports it if a key is missing that <see cref="Texts"/>, <see cref="Map"/> or <see cref="Maps"/> would do without.</summary>
    public void Require(string key)
    {
        if (!Has(key))
        {
            Report(null, $"{What} lacks `{key}`; add it.");
        }
    }

    /// <summary>A list of texts (a single text counts as a list of one), each with its line.</summary>
    public ImmutableArray<(string Text, long Line)> Texts(string key)
    {
        if (!TryGet(key, out var value))
        {
            return [];
        }

        var items = Items(key, value);
        var texts = ImmutableArray.CreateBuilder<(string, long)>();
        foreach (var item in items)
        {
            if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                texts.Add((text.Trim(), item.Start.Line));
            }
            else
            {
                File.Report(item.Start.Line, $"`{key}` of {What} must be a list of texts.");
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The mapping under a key; null if there is none or it is something else.</summary>
    public YamlMap? Map(string key, string whatItIs)
    {
        if (!TryGet(key, out var value))
        {
            return null;
        }

        if (value is YamlMappingNode map)
        {
            return new YamlMap(map, File, whatItIs, entries[key].Line);
        }

        Report(key, $"`{key}` of {What} must hold keys and values below it.");
        return null;
    }

    /// <summary>The mappings under a key: one, or a list of them.</summary>
    /// <param name="key">The key.</param>
    /// <param name="whatTheyAre">What each is, for messages.</param>
    /// <param name="remedy">What to write instead of a plain text, to end a message with.</param>
    public IEnumerable<YamlMap> Maps(string key, string whatTheyAre, Func<string, string>? remedy = null)
    {
        if (!TryGet(key, out var value))
        {
            yield break;
        }

        foreach (var item in Items(key, value))
        {
            if (item is YamlMappingNode map)
            {
                yield return new YamlMap(map, File, whatTheyAre, map.Start.Line);
            }
            else
            {
                File.Report(item.Start.Line, $"`{key}` of {What} must hold {whatTheyAre} with keys and values{Remedy(item)}.");
            }
        }

        string Remedy(YamlNode item) => item is YamlScalarNode { Value: { Length: > 0 } text } && remedy is not null ? $"; {remedy(text)}" : "";
    }

    /// <summary>Reports every key that nobody asked for, with the known one that is most like it.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var (key, line) in Keys.Where(k => !known.Contains(k.Key)))
        {
            File.Report(line, $"`{key}` is not a key of {What}{Suggest(key, known)}");
        }
    }

    /// <summary>"; did you mean `x`?" or a list of what there is, to end a message with.</summary>
    public static string Suggest(string wrong, IEnumerable<string> rights)
    {
        var candidates = rights.ToList();
        if (candidates.Count > ManyNames)
        {
            // Thousands of wrong names against thousands of right ones would take minutes.
            candidates = [.. candidates.Where(r => r.Length > 0 && wrong.Length > 0 && r[0] == wrong[0] && Math.Abs(r.Length - wrong.Length) <= 2).Take(ManyNames)];
        }

        var best = candidates.Select(r => (r, Score: Fuzz.Ratio(wrong, r))).OrderByDescending(r => r.Score).ThenBy(r => r.r, StringComparer.Ordinal).Take(8).ToList();
        return best switch
        {
            [] => ".",
            [var (r, score), ..] when score >= 60 => $"; did you mean `{r}`?",
            _ => $"; it can be one of: {string.Join(", ", best.Select(b => $"`{b.r}`"))}.",
        };
    }

    private IList<YamlNode> Items(string key, YamlNode value)
    {
        if (value is YamlSequenceNode { Children.Count: 0 })
        {
            Report(key, $"`{key}` of {What} is an empty list; fill it or delete it.");
        }

        return value is YamlSequenceNode sequence ? sequence.Children : [value];
    }

    private delegate bool Parser<T>(string text, out T value);

    private T? Parsed<T>(string key, string form, Parser<T> parse)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        Report(key, $"`{key}: {text}` of {What} is not {form}.");
        return null;
    }

    private bool TryGet(string key, [NotNullWhen(true)] out YamlNode? value)
    {
        known.Add(key);
        value = entries.TryGetValue(key, out var entry) ? entry.Value : null;
        return value is not null;
    }
}
