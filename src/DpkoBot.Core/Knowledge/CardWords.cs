using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>What cards show in a language: of which subjects, in which order, and with which labels.</summary>
public sealed record CardWords
{
    /// <summary>No cards at all.</summary>
    public static CardWords None { get; } = new();

    /// <summary>The phrases of cards, with the placeholders that each must hold.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> RequiredPhrases { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["sources"] = [],
        ["all"] = ["count"],
        ["shown"] = ["shown", "count"],
        ["more"] = ["count"],
        ["fewer"] = [],
        ["cut"] = ["count"],
    }.ToFrozenDictionary();

    /// <summary>How the card of an answer is laid out, by the property that is answered and the type of its subject.</summary>
    public FrozenDictionary<(string Property, string Type), CardLayout> Layouts { get; init; } = FrozenDictionary<(string Property, string Type), CardLayout>.Empty;

    /// <summary>The phrases by id; see <see cref="RequiredPhrases"/>.</summary>
    public FrozenDictionary<string, string> Phrases { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Whether there are cards in this language.</summary>
    public bool HasCards => Phrases.Count > 0;
}

/// <summary>What the card of an answer shows.</summary>
/// <param name="Kind">What its subject is, in a few words, if the card is to say so.</param>
/// <param name="Facts">The properties that it shows, in order.</param>
/// <param name="Items">The relation whose values it lists, with the heading of the list, if it lists any.</param>
/// <param name="Line">Where it is written in <c>language.yaml</c>.</param>
public sealed record CardLayout(string? Kind, ImmutableArray<CardLabel> Facts, CardLabel? Items, int Line);

/// <summary>A property on a card, with its label.</summary>
/// <param name="Property">The property.</param>
/// <param name="Text">The label.</param>
public sealed record CardLabel(string Property, string Text);
