using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>How a language asks for many subjects at once ("the two oldest missions in Africa"), and how it names them.</summary>
public sealed record SetWords
{
    /// <summary>Nothing can be asked for as a set.</summary>
    public static SetWords None { get; } = new();

    /// <summary>What phrases can ask for.</summary>
    public static ImmutableArray<string> CueIds { get; } =
        ["count", "list", "first", "last", "longest", "shortest", "begin", "end", "active", "over", "them", "manner", "neutral"];

    /// <summary>Nouns for what stands in a relation: "heads" to <c>head</c>.</summary>
    public FrozenDictionary<string, string> Relations { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Those of these nouns, and of the nouns for types, that mean more than one.</summary>
    public FrozenSet<string> Plurals { get; init; } = [];

    /// <summary>Nouns for all subjects of a type in their order: "timeline" to <c>event</c>.</summary>
    public FrozenDictionary<string, string> Collectives { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Verbs for the same: "led" to <c>head</c>.</summary>
    public FrozenDictionary<string, string> Verbs { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Words that speak of a type without naming it: "blue helmets" of missions. Beside a place they describe one.</summary>
    public FrozenDictionary<string, string> Presence { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Words that tell by which relation a name narrows the set: "based" to <c>headquarters</c>.</summary>
    public FrozenDictionary<string, string> Marks { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Phrases by what they ask for, one of <see cref="CueIds"/>.</summary>
    public FrozenDictionary<string, string> Cues { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>All words and phrases by which sets are asked for.</summary>
    public IEnumerable<string> Words => Relations.Keys.Concat(Verbs.Keys).Concat(Marks.Keys).Concat(Presence.Keys).Concat(Cues.Keys);

    /// <summary>What one and what many are called, by type or relation. What has no label is not asked for as a set.</summary>
    public FrozenDictionary<string, (string One, string Many)> Labels { get; init; } = FrozenDictionary<string, (string One, string Many)>.Empty;

    /// <summary>How a property narrows a set, by property: "in {value}".</summary>
    public FrozenDictionary<string, string> Conditions { get; init; } = FrozenDictionary<string, string>.Empty;
}
