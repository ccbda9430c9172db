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

    /// <summary>Subjects so general that naming them narrows nothing: the department, the United Nations.</summary>
    public FrozenSet<string> General { get; init; } = [];

    /// <summary>Types whose names are never said beside the point: who names a mission asks about that mission.</summary>
    public FrozenSet<string> Distinct { get; init; } = [];

    /// <summary>The properties that tell when a subject began, the first that it has.</summary>
    public ImmutableArray<string> Begins { get; init; } = [];

    /// <summary>The properties that tell when a subject ended.</summary>
    public ImmutableArray<string> Ends { get; init; } = [];

    /// <summary>Those of the beginnings that take no time: what has one was over as it began.</summary>
    public FrozenSet<string> Moments { get; init; } = [];

    /// <summary>So many days after its source was written, an answer that can have changed says how old it is; null for never.</summary>
    public int? StaleAfter { get; init; }

    /// <summary>All properties by id. Each is an intent too: the question for it.</summary>
    public required FrozenDictionary<string, Property> Properties { get; init; }

    /// <summary>Whether a property of a subject can be answered.</summary>
    public bool Answers(Property property, Subject subject) => property.Of.Contains(subject.Type) && property.Kind switch
    {
        PropertyKind.Status => Begins.Any(subject.Has),
        _ when property.HasFacts => subject.Has(property.Id),
        _ => property.Needs.IsEmpty || property.Needs.Any(subject.Has),
    };

    /// <summary>Whether subjects of a type take no time: they have a date, and do not begin and end.</summary>
    public bool IsMomentary(string type) => Begins.Where(b => Properties[b].Of.Contains(type)).ToList() is { Count: > 0 } begins && begins.TrueForAll(Moments.Contains);

    /// <summary>Whether a property names what came before or after in another.</summary>
    public bool IsSuccession(string property) => Properties.Values.Any(p => p.Before == property || p.After == property);
}

/// <summary>What a property's value is.</summary>
public enum PropertyKind
{
    /// <summary>A <see cref="PartialDate"/>.</summary>
    Date,

    /// <summary>A number.</summary>
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

    /// <summary>No fact of its own: whether a subject is or was there at some time.</summary>
    Status,

    /// <summary>A written answer; its sentences stand with it in each language's <c>topics/</c>.</summary>
    Topic,
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

    /// <summary>Whether its answer holds for all times: it says itself what was when.</summary>
    public bool AnyTime { get; init; }

    /// <summary>For a relation: whether what its value had before, the subject took over.</summary>
    public bool LeadsBack { get; init; }

    /// <summary>Whether its answer tells what the subject is.</summary>
    public bool TellsWhat { get; init; }

    /// <summary>Whether its answer tells when something began, ended or was.</summary>
    public bool TellsTime { get; init; }

    /// <summary>For a relation with one value after the other: the property of a value that names the one before.</summary>
    public string? Before { get; init; }

    /// <summary>The property of a value that names the one after.</summary>
    public string? After { get; init; }

    /// <summary>Whether one value follows the other without a gap.</summary>
    public bool AlwaysHeld { get; init; }

    /// <summary>Whether a place in its value stands for the places that lie in it, and such places for those they lie in.</summary>
    public bool Contains { get; init; }

    /// <summary>For an answer composed of others: the properties of which a subject must have one.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Whether it tells members of a list apart: the country of a mission.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Whether people can ask for it; what nobody asks for needs no sentences.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>Whether its wording stands with each language.</summary>
    public bool IsWorded => Kind is PropertyKind.Text or PropertyKind.Topic;

    /// <summary>Whether the knowledge holds facts of it (and not only answers composed of others).</summary>
    public bool HasFacts => Kind is not (PropertyKind.Composite or PropertyKind.Comparison or PropertyKind.Recall or PropertyKind.Status);
}
