using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>A language's phrases and small rules, from its <c>language.yaml</c>.</summary>
public sealed record LanguageRules
{
    /// <summary>Words that names can do without, such as articles.</summary>
    public required FrozenSet<string> Ignorable { get; init; }

    /// <summary>Words that lean on what was said before, such as pronouns.</summary>
    public required FrozenSet<string> Leaning { get; init; }

    /// <summary>Words that carry no subject matter, such as articles, prepositions and courtesies.</summary>
    public required FrozenSet<string> Function { get; init; }

    /// <summary>Words that join two questions, such as "and".</summary>
    public required FrozenSet<string> Conjunctions { get; init; }

    /// <summary>Short forms with what they stand for: "whats" for "what is".</summary>
    public required FrozenDictionary<string, string> Contractions { get; init; }

    /// <summary>Nouns for a type of subject, by noun: "office" to <c>office</c>.</summary>
    public required FrozenDictionary<string, string> TypeNouns { get; init; }

    /// <summary>Pronouns that stand for one type of subject only: "he" for <c>person</c>. They lean, too.</summary>
    public required FrozenDictionary<string, string> TypePronouns { get; init; }

    /// <summary>Question words that ask for one type of subject: "who" for <c>person</c>.</summary>
    public required FrozenDictionary<string, string> TypeInterrogatives { get; init; }

    /// <summary>The bot's own phrases, by id; their placeholders are filled with <see cref="Phrase"/>.</summary>
    public required FrozenDictionary<string, string> Phrases { get; init; }

    /// <summary>The twelve months' names.</summary>
    public required ImmutableArray<string> Months { get; init; }

    /// <summary>Whether a word says nothing of what is asked or of what is spoken of.</summary>
    public bool IsEmptyWord(string word) => Function.Contains(word) || Leaning.Contains(word) || TypePronouns.ContainsKey(word) || Conjunctions.Contains(word);

    /// <summary>Small numbers in words, from zero on; larger ones are said in digits.</summary>
    public required ImmutableArray<string> Numbers { get; init; }

    /// <summary>All phrases that the bot needs, with the placeholders that each must hold; each language must word each of them.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> RequiredPhrases { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["greeting"] = [],
        ["source"] = ["sources"],
        ["sources"] = ["sources"],
        ["as_of"] = ["as_of"],
        ["fallback"] = [],
        ["fallback_near"] = [],
        ["fallback_unknown_name"] = ["name"],
        ["fallback_no_fact"] = ["asks"],
        ["fallback_no_fact_in_year"] = ["asks", "year"],
        ["clarify"] = [],
        ["clarify_subject"] = [],
        ["list_two"] = ["first", "second"],
        ["list_last"] = ["first", "last"],
        ["date_day"] = ["day", "month", "year"],
        ["date_month"] = ["month", "year"],
        ["date_about"] = ["date"],
        ["date_range"] = ["start", "end"],
    }.ToFrozenDictionary();

    /// <summary>A phrase with its <c>{placeholders}</c> filled.</summary>
    public string Phrase(string id, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Phrases[id];
        foreach (var (name, value) in values)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
