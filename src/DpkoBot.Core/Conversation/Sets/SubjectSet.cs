using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation.Sets;

/// <summary>
/// Subjects that are asked for together: all missions, or all who headed the department, narrowed by names, times and order.
/// Holds ids of the knowledge only, and is serializable: a follow-up can narrow it further.
/// </summary>
public sealed record SubjectSet
{
    /// <summary>The type of the members, for a set of all subjects of a type.</summary>
    public string? Type { get; init; }

    /// <summary>The relation whose values are the members, such as <c>head</c>, for a set of holders.</summary>
    public string? Relation { get; init; }

    /// <summary>The subject whose relation it is.</summary>
    public string? Owner { get; init; }

    /// <summary>What the members must have.</summary>
    public ImmutableArray<SetFilter> Filters { get; init; } = [];

    /// <summary>When the members began, ended or were there.</summary>
    public ImmutableArray<SetTime> Times { get; init; } = [];

    /// <summary>Whether the members must still be there (true) or be over (false).</summary>
    public bool? Active { get; init; }

    /// <summary>Whether only those are members of which it is known when they began: a timeline has no place for others.</summary>
    public bool IsDated { get; init; }

    /// <summary>How the members are put in order, if only some of them are asked for.</summary>
    public SetOrder Order { get; init; }

    /// <summary>Whether the order is that in which the members ended, not in which they began.</summary>
    public bool ByEnd { get; init; }

    /// <summary>How many are asked for, from the front of the order.</summary>
    public int Take { get; init; } = 1;

    /// <summary>Whether the number of members is asked for.</summary>
    public bool IsCount { get; init; }

    /// <summary>Whether a knowledge holds everything that the set is made of.</summary>
    internal bool IsWithin(KnowledgeBase knowledge) =>
        (Type is null || knowledge.Ontology.Types.Contains(Type))
        && (Relation is null || knowledge.Ontology.Properties.ContainsKey(Relation))
        && (Owner is null || knowledge.Subjects.ContainsKey(Owner))
        && Filters.All(filter => knowledge.Ontology.Properties.ContainsKey(filter.Property) && filter.Values.All(knowledge.Subjects.ContainsKey));

    /// <summary>Whether anything narrows the set.</summary>
    public bool IsNarrowed => !Filters.IsEmpty || !Times.IsEmpty || Active is not null || Order is not SetOrder.None;
}

/// <summary>A relation that the members of a set must have to one of some subjects.</summary>
/// <param name="Property">The relation.</param>
/// <param name="Values">The subjects.</param>
public sealed record SetFilter(string Property, ImmutableArray<string> Values);

/// <summary>A time that the members of a set must have to do with.</summary>
/// <param name="Period">The time.</param>
/// <param name="Aspect">What happened in it.</param>
public sealed record SetTime(Period Period, TimeAspect Aspect);

/// <summary>What of a member a time is about.</summary>
public enum TimeAspect
{
    /// <summary>That it was there at some time of the period.</summary>
    During,

    /// <summary>That it began in the period.</summary>
    Begin,

    /// <summary>That it ended in the period.</summary>
    End,
}

/// <summary>How a set is put in order.</summary>
public enum SetOrder
{
    /// <summary>Not at all: all members are asked for.</summary>
    None,

    /// <summary>Those first that began first.</summary>
    First,

    /// <summary>Those first that began last.</summary>
    Last,

    /// <summary>Those first that lasted longest.</summary>
    Longest,

    /// <summary>Those first that lasted shortest.</summary>
    Shortest,
}
