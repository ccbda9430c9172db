using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads the patterns of <c>times</c>: <c>patterns</c> by rule, <c>parts</c> by fraction, <c>named</c> by date.</summary>
internal static class TimePatternsReader
{
    /// <summary>A pattern that stands for more is a slip.</summary>
    private const int MostPhrases = 1000;

    /// <summary>Which slots a pattern must hold, in the order of the alphabet; several where there is a choice.</summary>
    private static readonly FrozenDictionary<TimeRule, string[]> RequiredSlots = new Dictionary<TimeRule, string[]>
    {
        [TimeRule.Day] = ["{day} {month} {year}"],
        [TimeRule.Month] = ["{month} {year}", "{month}"],
        [TimeRule.Season] = ["{season} {year}"],
        [TimeRule.Year] = ["{year}"],
        [TimeRule.Decade] = ["{decade}", "{decade} {number}", "{number}", "{year}"],
        [TimeRule.Nth] = ["{ordinal} {unit}", "{number} {unit}"],
        [TimeRule.Last] = ["{unit}"],
        [TimeRule.This] = ["{unit}"],
        [TimeRule.Next] = ["{unit}"],
        [TimeRule.Ago] = ["{number} {units}", "{unit}"],
        [TimeRule.Past] = ["{number} {units}", "{unit}"],
        [TimeRule.Coming] = ["{number} {units}", "{unit}"],
        [TimeRule.Today] = [""],
        [TimeRule.Now] = [""],
        [TimeRule.Yesterday] = [""],
        [TimeRule.Tomorrow] = [""],
        [TimeRule.Named] = [""],
        [TimeRule.Part] = ["{time}"],
        [TimeRule.Within] = ["{time}"],
        [TimeRule.Since] = ["{time}"],
        [TimeRule.After] = ["{time}"],
        [TimeRule.Before] = ["{time}"],
        [TimeRule.Until] = ["{time}"],
        [TimeRule.Between] = ["{time} {time}"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Slots =
        ["day", "month", "year", "season", "decade", "number", "ordinal", "unit", "units", "time", "dash", "numbered", "counted"];

    private static readonly FrozenDictionary<string, TimeRule> Rules = Enum.GetValues<TimeRule>()
        .Where(r => r is not (TimeRule.Part or TimeRule.Named))
        .ToFrozenDictionary(r => r == TimeRule.NoTime ? "no_time" : r.ToString().ToLowerInvariant());

    public static IEnumerable<TimePattern> Read(YamlMap times)
    {
        var known = new Dictionary<string, TimePattern>();
        Add(times, "patterns", Rules.ContainsKey, name => $"a kind of time{YamlMap.Suggest(name, Rules.Keys)}", name => new TimePattern(Rules[name], []), known);
        Add(times, "parts", name => Part(name) is not null, _ => "a part such as 1/3 (the first third) or 1-2/3.", name => new TimePattern(TimeRule.Part, [], Part: Part(name)!.Value), known);
        Add(times, "named", name => DateRange.TryParse(name, out _), _ => "a date or two with a slash, such as 1999/2001.", name => new TimePattern(TimeRule.Named, [], Named: Named(name)), known);
        return known.Values;
    }

    private static void Add(YamlMap times, string key, Func<string, bool> isKey, Func<string, string> form, Func<string, TimePattern> meaning, Dictionary<string, TimePattern> known)
    {
        var map = times.Map(key, $"`{key}` of `times`");
        foreach (var (name, line) in map?.Keys ?? [])
        {
            if (!isKey(name))
            {
                times.File.Report(line, $"`{name}` of `{key}` is not {form(name)}");
                continue;
            }

            foreach (var (text, textLine) in map!.Texts(name))
            {
                AddPattern(times.File, text, textLine, name, meaning(name), known);
            }
        }
    }

    private static void AddPattern(YamlFile file, string text, long line, string name, TimePattern meaning, Dictionary<string, TimePattern> known)
    {
        if (SentenceTemplate.Parse(text, file.Name, (int)line, out var problem) is not { } template)
        {
            file.Report(line, problem!);
            return;
        }

        if (template.Slots.FirstOrDefault(s => !Slots.Contains(s)) is { } unknown)
        {
            file.Report(line, $"the slot {{{unknown}}} of \"{text}\" is not one for times{YamlMap.Suggest(unknown, Slots)}");
            return;
        }

        if (template.Count > MostPhrases)
        {
            file.Report(line, $"\"{text}\" stands for {template.Count} phrases; write it as several of at most {MostPhrases}.");
            return;
        }

        foreach (var phrase in template.Expand(MostPhrases))
        {
            var elements = Elements(phrase);
            var required = RequiredSlots.GetValueOrDefault(meaning.Rule);
            if (elements.Length == 0 || required?.Contains(SlotsOf(elements)) is false)
            {
                var wanted = required is null ? "words" : required is [""] ? "words and no slots" : string.Join(", or ", required);
                file.Report(line, $"\"{text}\" must hold {wanted} to be `{name}`, whatever of it is left out.");
                return;
            }

            if (!known.TryAdd(string.Join(' ', elements), meaning with { Elements = elements }) && !Means(known[string.Join(' ', elements)], meaning))
            {
                file.Report(line, $"\"{string.Join(' ', elements)}\" of `{name}` is also another kind of time; keep one.");
                return;
            }
        }
    }

    private static bool Means(TimePattern pattern, TimePattern other) => pattern with { Elements = other.Elements } == other;

    private static ImmutableArray<string> Elements(string phrase) =>
        [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w[0] == '{' ? [w] : Utterance.Parse(w).Tokens.Select(t => t.Text))];

    private static string SlotsOf(ImmutableArray<string> elements) =>
        string.Join(' ', elements.Where(e => e[0] == '{' && e != "{dash}").Order(StringComparer.Ordinal));

    private static TimePart? Part(string key)
    {
        if (key.Split('/') is not [var which, var of] || which.Split('-') is not { Length: 1 or 2 } ends
            || !IsSmall(ends[0], out var first) || !IsSmall(ends[^1], out var last) || !IsSmall(of, out var parts))
        {
            return null;
        }

        return first >= 1 && first <= last && last <= parts ? new TimePart(first, last, parts) : null;
    }

    private static DateRange Named(string key) => DateRange.TryParse(key, out var range) ? range : default;

    private static bool IsSmall(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is <= 100;
}
