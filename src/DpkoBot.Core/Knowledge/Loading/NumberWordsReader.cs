using System.Collections.Frozen;
using System.Globalization;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads <c>number_words</c>, <c>number_nouns</c> and <c>counted_nouns</c> of <c>language.yaml</c>.</summary>
internal static class NumberWordsReader
{
    private const long LargestMultiplier = 1_000_000_000_000;

    public static NumberWords Read(YamlMap file)
    {
        var words = new Dictionary<string, NumberWord>();
        var map = file.Map("number_words", "`number_words`");
        if (map is not null)
        {
            ReadKind(map, "values", NumberWordKind.Value, words);
            ReadKind(map, "ordinals", NumberWordKind.Ordinal, words);
            ReadKind(map, "multipliers", NumberWordKind.Multiplier, words);
            AddAll(map, "joining", new NumberWord(NumberWordKind.Joining, 0), words);
            AddAll(map, "one", new NumberWord(NumberWordKind.One, 1), words);
        }

        var read = new NumberWords
        {
            Words = words.ToFrozenDictionary(),
            OrdinalEndings = map is null ? [] : PhraseLists.Read(map, "ordinal_endings"),
            GroupMark = map is null ? null : Mark(map, "group_mark"),
            DecimalMark = map is null ? null : Mark(map, "decimal_mark"),
            NumberedNouns = [.. PhraseLists.Read(file, "number_nouns")],
            CountedNouns = [.. PhraseLists.Read(file, "counted_nouns")],
        };
        map?.RejectUnknownKeys();
        return read;
    }

    private static void ReadKind(YamlMap map, string key, NumberWordKind kind, Dictionary<string, NumberWord> words)
    {
        var least = kind == NumberWordKind.Multiplier ? 10 : 0;
        PhraseLists.Read(map, key, Parse, $"a whole number from {least} on that its words stand for", words);

        bool Parse(string text, out NumberWord word)
        {
            var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
            word = new NumberWord(kind, value);
            return isNumber && value >= least && value <= LargestMultiplier;
        }
    }

    private static void AddAll(YamlMap map, string key, NumberWord word, Dictionary<string, NumberWord> words)
    {
        foreach (var phrase in PhraseLists.Read(map, key))
        {
            if (!words.TryAdd(phrase, word))
            {
                map.Report(key, $"\"{phrase}\" of `{key}` is a number, too; keep one.");
            }
        }
    }

    private static char? Mark(YamlMap map, string key)
    {
        var text = map.Text(key);
        if (text is { Length: not 1 } || (text is not null && char.IsLetterOrDigit(text[0])))
        {
            map.Report(key, $"`{key}` must be one sign, such as \",\".");
            return null;
        }

        return text?[0];
    }
}
