using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

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

    /// <summary>Words that ask.</summary>
    public FrozenSet<string> Interrogatives { get; init; } = [];

    /// <summary>Words before something that tells the time: "when", "during".</summary>
    public FrozenSet<string> TimeConjunctions { get; init; } = [];

    /// <summary>What asks for the year before the one that was spoken of.</summary>
    public FrozenSet<string> YearBefore { get; init; } = [];

    /// <summary>What asks for the year after the one that was spoken of.</summary>
    public FrozenSet<string> YearAfter { get; init; } = [];

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

    /// <summary>How sets of subjects are asked for.</summary>
    public SetWords Sets { get; init; } = SetWords.None;

    /// <summary>What cards show.</summary>
    public CardWords Cards { get; init; } = CardWords.None;

    /// <summary>The twelve months' names.</summary>
    public required ImmutableArray<string> Months { get; init; }

    /// <summary>Whether a word says nothing of what is asked or of what is spoken of.</summary>
    public bool IsEmptyWord(string word) => Function.Contains(word) || Leaning.Contains(word) || TypePronouns.ContainsKey(word) || Conjunctions.Contains(word);

    /// <summary>Small numbers in words, from zero on; larger ones are said in digits.</summary>
    public required ImmutableArray<string> Numbers { get; init; }

    /// <summary>Small numbers in words, with their digits: "three" and "3" are one word to the recognizer. What leans ("one") is no number.</summary>
    public FrozenDictionary<string, string> Digits => digits ??= Numbers
        .Select((word, i) => (Word: word, Digits: i.ToString(CultureInfo.InvariantCulture)))
        .Skip(1)
        .Where(n => !Leaning.Contains(n.Word))
        .ToFrozenDictionary(n => n.Word, n => n.Digits);

    private FrozenDictionary<string, string>? digits;

    /// <summary>How numbers are said in questions.</summary>
    public NumberWords NumberWords { get; init; } = NumberWords.None;

    /// <summary>How times are said in questions.</summary>
    public TimeWords TimeWords { get; init; } = TimeWords.None;

    /// <summary>All phrases that the bot needs, with the placeholders that each must hold (those with a question mark it can); each language must word each of them.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> RequiredPhrases { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["greeting"] = [],
        ["source"] = ["sources"],
        ["sources"] = ["sources"],
        ["as_of"] = ["as_of"],
        ["stale"] = ["length"],
        ["fallback"] = [],
        ["fallback_near"] = [],
        ["fallback_unknown_name"] = ["name"],
        ["fallback_no_fact"] = ["asks"],
        ["fallback_no_fact_in_time"] = ["asks", "time"],
        ["fallback_no_fact_with"] = ["asks", "with"],
        ["fallback_empty_set"] = ["set"],
                ["unverified"] = [],
        ["acting"] = ["name"],
        ["set_one"] = ["set"],
        ["set_many"] = ["set", "count"],
        ["set_more"] = ["count"],
        ["set_acting"] = ["names"],
        ["order_first"] = ["set", "count?", "shown?"],
        ["order_last"] = ["set", "count?", "shown?"],
        ["order_longest"] = ["set", "count?", "shown?"],
        ["order_shortest"] = ["set", "count?", "shown?"],
        ["set_begin"] = ["time"],
        ["set_end"] = ["time"],
        ["set_during"] = ["time"],
        ["set_active"] = [],
        ["set_over"] = [],
        ["set_begin_held"] = ["time"],
        ["set_end_held"] = ["time"],
        ["set_during_held"] = ["time"],
        ["set_active_held"] = [],
        ["set_over_held"] = [],
        ["period_until"] = ["end"],
        ["status_active"] = ["subject", "begin?", "as_of"],
        ["status_over"] = ["subject", "period"],
        ["status_then"] = ["subject", "time", "period"],
        ["status_not_then"] = ["subject", "time", "period"],
        ["period_over"] = ["subject", "period", "length?"],
        ["period_open"] = ["subject", "begin", "as_of?", "length?"],
        ["compare_dates"] = ["first", "second", "length"],
        ["time_in"] = ["date"],
        ["time_on"] = ["date"],
        ["time_since"] = ["date"],
        ["time_until"] = ["date"],
        ["time_between"] = ["start", "end"],
        ["period_from"] = ["start"],
        ["period_from_to"] = ["start", "end"],
        ["length_year"] = ["count"],
        ["length_years"] = ["count"],
        ["length_month"] = ["count"],
        ["length_months"] = ["count"],
        ["length_both"] = ["years", "months"],
        ["number_about"] = ["number"],
        ["number_more_than"] = ["number"],
        ["number_nearly"] = ["number"],
        ["number_range"] = ["start", "end"],
        ["number_million"] = ["number"],
        ["number_billion"] = ["number"],
        ["clarify"] = [],
        ["clarify_subject"] = [],
        ["list_comma"] = ["first", "second"],
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
