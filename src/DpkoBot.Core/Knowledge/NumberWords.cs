using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>How a language says numbers, from <c>number_words</c> and the lists of nouns in its <c>language.yaml</c>.</summary>
public sealed record NumberWords
{
    /// <summary>A language that says none: digits are read all the same.</summary>
    public static NumberWords None { get; } = new();

    /// <summary>Words (or phrases, their tokens joined by spaces) with what they do in a number.</summary>
    public FrozenDictionary<string, NumberWord> Words { get; init; } = FrozenDictionary<string, NumberWord>.Empty;

    /// <summary>What makes digits an ordinal: "rd" in "3rd".</summary>
    public FrozenSet<string> OrdinalEndings { get; init; } = [];

    /// <summary>The sign between groups of three digits; none if null.</summary>
    public char? GroupMark { get; init; }

    /// <summary>The sign before decimals; none if null.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Nouns that take a number after them, as "resolution" does: that number is no year.</summary>
    public ImmutableArray<string> NumberedNouns { get; init; } = [];

    /// <summary>Nouns for what is counted, as "troops": a number before them is no year.</summary>
    public ImmutableArray<string> CountedNouns { get; init; } = [];
}

/// <summary>What a word does in a number.</summary>
/// <param name="Kind">How it combines with the words around it.</param>
/// <param name="Value">The number it stands for.</param>
public readonly record struct NumberWord(NumberWordKind Kind, long Value);

/// <summary>How a number word combines with others.</summary>
public enum NumberWordKind
{
    /// <summary>Is added: "twenty", "one".</summary>
    Value,

    /// <summary>Is added and ends an ordinal: "first", "twentieth".</summary>
    Ordinal,

    /// <summary>Multiplies what stands before it: "hundred".</summary>
    Multiplier,

    /// <summary>Joins two parts: "and" in "two hundred and one".</summary>
    Joining,

    /// <summary>Stands for one before a multiplier only: "a" in "a hundred".</summary>
    One,
}
