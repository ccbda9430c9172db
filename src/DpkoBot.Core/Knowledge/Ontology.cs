using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>What kinds of things there are, and what can be said of them.</summary>
public sealed class Ontology
{
    /// <summary>The subject that a question is about when it names none and leans on nothing.</summary>
    public required string DefaultSubject { get; init; }

    /// <summary>The types of subjects, such as <c>office</c>.</summary>
    public required FrozenSet<string> Types { get; init; }

    /// <summary>All properties by id. Each is an intent too: the question for it.</summary>
    public required FrozenDictionary<string, Property> Properties { get; init; }
}

/// <summary>What a property's value is.</summary>
public enum PropertyKind
{
    /// <summary>A <see cref="PartialDate"/>.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A piece of wording, kept with each language.</summary>
    Text,

    /// <summary>The subject's own name, kept with each language.</summary>
    Name,

    /// <summary>A relation: another subject.</summary>
    Subject,

    /// <summary>No fact of its own: an answer composed of other properties.</summary>
    Composite,

    /// <summary>No fact of its own: two subjects' other properties, side by side.</summary>
    Comparison,

    /// <summary>No fact of its own: asks for the date of what was answered last.</summary>
    Recall,
}

/// <summary>Something that can be said of subjects of some types.</summary>
public sealed record Property
{
    /// <summary>The id, such as <c>established</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What its value is.</summary>
    public required PropertyKind Kind { get; init; }

    /// <summary>The types of subjects that can have it.</summary>
    public required ImmutableArray<string> Of { get; init; }

    /// <summary>For a relation: the types that its value can be of.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>For a relation: the property that says the same from the other side; its facts are derived.</summary>
    public string? Inverse { get; init; }

    /// <summary>Whether a subject has several values at the same time.</summary>
    public bool Many { get; init; }

    /// <summary>Whether the value can be another one tomorrow, so that answers say of when it is.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether a year in a question asks for the value in that year.</summary>
    public bool ByYear { get; init; }

    /// <summary>
    /// For a relation: whether its subject can stand for its value, as an area of work can for the office that handles
    /// it ("the one for training").
    /// </summary>
    public bool StandsFor { get; init; }

    /// <summary>Whether its answer tells when something began, ended or was.</summary>
    public bool TellsTime { get; init; }

    /// <summary>Whether the knowledge holds facts of it (and not only answers composed of others).</summary>
    public bool HasFacts => Kind is not (PropertyKind.Composite or PropertyKind.Comparison or PropertyKind.Recall);
}
