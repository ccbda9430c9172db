using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads the part <c>cards</c> of <c>language.yaml</c>.</summary>
internal static class CardWordsReader
{
    public static CardWords Read(YamlMap file)
    {
        if (file.Map("cards", "`cards`") is not { } cards)
        {
            return CardWords.None;
        }

        cards.Require("phrases");
        var words = new CardWords { Layouts = Layouts(cards), Phrases = Phrases(cards) };
        cards.RejectUnknownKeys();
        return words;
    }

    private static FrozenDictionary<(string Property, string Type), CardLayout> Layouts(YamlMap cards)
    {
        var layouts = new Dictionary<(string, string), CardLayout>();
        var properties = cards.Map("answers", "`answers`");
        foreach (var (property, _) in properties?.Keys ?? [])
        {
            var types = properties!.Map(property, $"the cards for `{property}`");
            foreach (var (type, line) in types?.Keys ?? [])
            {
                if (types!.Map(type, $"the card for `{property}` of `{type}`") is { } map)
                {
                    layouts[(property, type)] = Layout(map, (int)line);
                }
            }
        }

        return layouts.ToFrozenDictionary();
    }

    private static CardLayout Layout(YamlMap map, int line)
    {
        var (facts, items) = (Labels(map, "facts"), Labels(map, "items"));
        if (items.Length > 1)
        {
            map.Report("items", $"{map.What} can list one property only; it lists {items.Length}.");
        }

        if (facts.IsEmpty && items.IsEmpty)
        {
            map.Report(null, $"{map.What} shows nothing; add `facts` or `items`, or delete it.");
        }

        var layout = new CardLayout(map.Text("kind"), facts, items.IsEmpty ? null : items[0], line);
        map.RejectUnknownKeys();
        return layout;
    }

    private static ImmutableArray<CardLabel> Labels(YamlMap map, string key)
    {
        var labels = map.Map(key, $"`{key}` of {map.What}");
        return [.. (labels?.Keys ?? []).Select(k => (k.Key, Text: labels!.Text(k.Key))).Where(l => l.Text is not null).Select(l => new CardLabel(l.Key, l.Text!))];
    }

    private static FrozenDictionary<string, string> Phrases(YamlMap cards)
    {
        var texts = new Dictionary<string, string>();
        if (cards.Map("phrases", "`phrases` of `cards`") is not { } phrases)
        {
            return texts.ToFrozenDictionary();
        }

        foreach (var (id, placeholders) in CardWords.RequiredPhrases)
        {
            if (phrases.RequiredText(id) is not { } text)
            {
                continue;
            }

            texts[id] = text;
            foreach (var missing in placeholders.Where(p => !text.Contains("{" + p + "}", StringComparison.Ordinal)))
            {
                phrases.Report(id, $"the phrase `{id}` of cards must hold {{{missing}}}; write it where its value is to stand.");
            }
        }

        phrases.RejectUnknownKeys();
        return texts.ToFrozenDictionary();
    }
}
