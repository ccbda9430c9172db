using System.Collections.Frozen;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads <c>language.yaml</c>.</summary>
internal static class LanguageRulesReader
{
    /// <summary>Marks a placeholder that a phrase can do without.</summary>
    private const char Optional = '?';

    public static LanguageRules Read(YamlMap file)
    {
        _ = file.RequiredText("name");
        var rules = new LanguageRules
        {
            Ignorable = Words(file, "ignorable"),
            Leaning = Words(file, "leaning"),
            Function = Words(file, "function"),
            Interrogatives = Words(file, "interrogatives"),
            TimeConjunctions = Words(file, "time_conjunctions"),
            YearBefore = Words(file, "year_before"),
            YearAfter = Words(file, "year_after"),
            Conjunctions = Words(file, "conjunctions"),
            Contractions = ByKey(file, "contractions"),
            TypeNouns = ByKey(file, "type_nouns"),
            TypePronouns = ByKey(file, "type_pronouns"),
            TypeInterrogatives = ByKey(file, "type_interrogatives"),
            Phrases = Phrases(file),
            Numbers = [.. file.Texts("numbers").Select(n => n.Text)],
            Sets = SetWordsReader.Read(file),
            Cards = CardWordsReader.Read(file),
            Months = [.. file.Texts("months").Select(m => m.Text)],
            NumberWords = NumberWordsReader.Read(file),
            TimeWords = TimeWordsReader.Read(file),
        };
        file.Require("phrases");
        if (rules.Months.Length != 12)
        {
            file.Report("months", $"`months` must name the twelve months; it names {rules.Months.Length}.");
        }

        CheckPhrases(file, rules.Phrases);
        return rules;
    }

    private static void CheckPhrases(YamlMap file, FrozenDictionary<string, string> phrases)
    {
        foreach (var (phrase, placeholders) in LanguageRules.RequiredPhrases)
        {
            if (!phrases.TryGetValue(phrase, out var text))
            {
                file.Report("phrases", $"the phrase `{phrase}` is missing; add it below `phrases`.");
                continue;
            }

            foreach (var missing in placeholders.Where(p => !p.EndsWith(Optional) && !text.Contains("{" + p + "}", StringComparison.Ordinal)))
            {
                file.Report("phrases", $"the phrase `{phrase}` must hold {{{missing}}}; write it where its value is to stand.");
            }

            foreach (var unknown in Placeholders(text).Except(placeholders.Select(p => p.TrimEnd(Optional))))
            {
                file.Report("phrases", $"the phrase `{phrase}` holds {{{unknown}}}, which it is not given{YamlMap.Suggest(unknown, placeholders)}");
            }
        }

        foreach (var phrase in phrases.Keys.Where(p => !LanguageRules.RequiredPhrases.ContainsKey(p)))
        {
            file.Report("phrases", $"`{phrase}` is not a phrase that the bot uses{YamlMap.Suggest(phrase, LanguageRules.RequiredPhrases.Keys)}");
        }
    }

    /// <summary>The names in braces.</summary>
    private static IEnumerable<string> Placeholders(string text) =>
        text.Split('{').Skip(1).Where(p => p.Contains('}', StringComparison.Ordinal)).Select(p => p[..p.IndexOf('}', StringComparison.Ordinal)]);

    public static FrozenSet<string> Words(YamlMap file, string key) => file.Texts(key).Select(t => t.Text).ToFrozenSet();

    /// <summary>Lists of words by what they stand for, turned round.</summary>
    public static FrozenDictionary<string, string> ByKey(YamlMap file, string key)
    {
        var words = new Dictionary<string, string>();
        var types = file.Map(key, $"`{key}`");
        foreach (var (type, _) in types?.Keys ?? [])
        {
            foreach (var (word, _) in types!.Texts(type))
            {
                words.TryAdd(word, type);
            }
        }

        return words.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string> Phrases(YamlMap file)
    {
        var phrases = file.Map("phrases", "`phrases`");
        return (phrases?.Keys ?? [])
            .Select(k => (k.Key, Text: phrases!.Text(k.Key)))
            .Where(p => p.Text is not null)
            .ToFrozenDictionary(p => p.Key, p => p.Text!);
    }
}
