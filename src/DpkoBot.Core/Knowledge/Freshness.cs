namespace DpkoBot.Core.Knowledge;

/// <summary>Which facts should be verified again.</summary>
/// <param name="knowledge">The knowledge.</param>
/// <param name="today">What day it is.</param>
/// <param name="days">So many days after the date of its source a fact that can change is stale.</param>
public sealed class Freshness(KnowledgeBase knowledge, DateOnly today, int days)
{
    /// <summary>Whether a fact holds now and can be another one tomorrow: a head, a number, a mandate.</summary>
    public bool CanChange(Fact fact) => fact.Until is null && knowledge.Ontology.Properties[fact.Property].Changes;

    /// <summary>Whether its source is too old for what can change, or the date that it gives has passed.</summary>
    public bool IsStale(Fact fact) => CanChange(fact) && (AgeInDays(fact) > days || HasPassed(fact));

    /// <summary>How many days ago its source spoke; of a source that is not dated to the day, the last day that it can mean.</summary>
    public int AgeInDays(Fact fact) => today.DayNumber - fact.AsOf.End.Latest.DayNumber;

    /// <summary>Whether it gives a date that was to come and has passed, such as the end of a mandate.</summary>
    public bool HasPassed(Fact fact) => CanChange(fact) && fact.Value is FactValue.Date date && date.Value.Latest < today;
}
