using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>One sourced statement about a subject.</summary>
public sealed record Fact
{
    private const int ApproximateYears = 3;

    /// <summary>The id of the subject that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The id of the property that it gives.</summary>
    public required string Property { get; init; }

    /// <summary>The value.</summary>
    public required FactValue Value { get; init; }

    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Of when the source speaks.</summary>
    public required DateRange AsOf { get; init; }

    /// <summary>Since when it holds, where that is known.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Until when it held, where it no longer does.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>
    /// Whether the source says that it held at some time in the year. What comes after the source it cannot say, unless it
    /// announces it.
    /// </summary>
    public bool HoldsIn(int year) => From?.Year == year || ((From is null || From.Value.Year <= year) && LastYear >= year);

    /// <summary>The last year of which it is said; what is about a date can be a few years off.</summary>
    private int LastYear => Until is { } until ? until.Year + (until.Approximate ? ApproximateYears : 0) : AsOf.End.Year;
}

/// <summary>The value of a <see cref="Fact"/>.</summary>
public abstract record FactValue
{
    /// <summary>A date.</summary>
    public sealed record Date(PartialDate Value) : FactValue;

    /// <summary>A whole number.</summary>
    public sealed record Number(long Value) : FactValue;

    /// <summary>Another subject, by id.</summary>
    public sealed record Subject(string Id) : FactValue;

    /// <summary>Wording (of a text or a name) that each language keeps for itself.</summary>
    public sealed record Wording : FactValue;
}

/// <summary>Where facts were read.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">Its title, in the language in which it was published.</param>
/// <param name="Url">Its https address, if it has one.</param>
/// <param name="Date">When it was written.</param>
public sealed record Source(string Id, string Title, string? Url, DateRange Date);

/// <summary>Something that facts are about.</summary>
/// <param name="Id">The id, such as <c>orolsi</c>.</param>
/// <param name="Type">The type, such as <c>office</c>.</param>
/// <param name="Facts">All facts about it, derived ones included, in the order of the files.</param>
public sealed record Subject(string Id, string Type, ImmutableArray<Fact> Facts)
{
    /// <summary>The facts that give one property; empty if the subject does not have it.</summary>
    public IEnumerable<Fact> Of(string property) => Facts.Where(f => f.Property == property);

    /// <summary>Whether the knowledge says anything of the property.</summary>
    public bool Has(string property) => Facts.Any(f => f.Property == property);
}
