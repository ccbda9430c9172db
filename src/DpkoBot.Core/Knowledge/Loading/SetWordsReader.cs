using System.Collections.Frozen;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads the part <c>sets</c> of <c>language.yaml</c>.</summary>
internal static class SetWordsReader
{
    private const string Value = "{value}";

    public static SetWords Read(YamlMap file)
    {
        if (file.Map("sets", "`sets`") is not { } sets)
        {
            return SetWords.None;
        }

        var words = new SetWords
        {
            Relations = LanguageRulesReader.ByKey(sets, "relations"),
            Plurals = LanguageRulesReader.Words(sets, "plurals"),
            Collectives = LanguageRulesReader.ByKey(sets, "collectives"),
            Verbs = LanguageRulesReader.ByKey(sets, "verbs"),
            Presence = LanguageRulesReader.ByKey(sets, "presence"),
            Marks = LanguageRulesReader.ByKey(sets, "marks"),
            Cues = LanguageRulesReader.ByKey(sets, "cues"),
            Labels = Labels(sets),
            Conditions = Conditions(sets),
        };
        foreach (var cue in words.Cues.Values.Distinct().Where(c => !SetWords.CueIds.Contains(c)))
        {
            sets.Report("cues", $"`{cue}` is nothing that can be asked of a set{YamlMap.Suggest(cue, SetWords.CueIds)}");
        }

        foreach (var relation in words.Relations.Values.Distinct().Where(r => !words.Labels.ContainsKey(r)))
        {
            sets.Report("labels", $"`{relation}` has nouns below `relations` but no label; add what one and what many are called.");
        }

        foreach (var type in words.Collectives.Values.Distinct().Where(t => !words.Labels.ContainsKey(t)))
        {
            sets.Report("labels", $"`{type}` has nouns below `collectives` but no label; add what one and what many are called.");
        }

        sets.RejectUnknownKeys();
        return words;
    }

    private static FrozenDictionary<string, (string One, string Many)> Labels(YamlMap sets)
    {
        var labels = new Dictionary<string, (string, string)>();
        var map = sets.Map("labels", "`labels`");
        foreach (var (key, line) in map?.Keys ?? [])
        {
            var texts = map!.Texts(key);
            // A label that is written wrongly is not missing, too.
            labels[key] = texts is [var one, var many] ? (one.Text, many.Text) : (key, key);
            if (texts.Length != 2)
            {
                // It is there, if wrong: nothing else is to be blamed for lacking it.
                labels[key] = (key, key);
                map.File.Report(line, $"the label of `{key}` must be two texts: what one is called, and what many are called.");
            }
        }

        return labels.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string> Conditions(YamlMap sets)
    {
        var conditions = new Dictionary<string, string>();
        var map = sets.Map("conditions", "`conditions`");
        foreach (var (key, line) in map?.Keys ?? [])
        {
            if (map!.Text(key) is { } text)
            {
                conditions[key] = text;
                if (!text.Contains(Value, StringComparison.Ordinal))
                {
                    map.File.Report(line, $"the condition of `{key}` must hold {Value}; write it where the name is to stand.");
                }
            }
        }

        return conditions.ToFrozenDictionary();
    }
}
