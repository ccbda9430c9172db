using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Which facts answer a question: those of the time that it asks about, or those that hold.</summary>
internal sealed class FactChoice(KnowledgeBase knowledge)
{
    /// <summary>All facts of a property of a subject that the question can mean.</summary>
    public List<Fact> All(string subject, string property, Question question)
    {
        var facts = knowledge.Subjects[subject].Of(property).ToList();
        if (question.Scope is { } named)
        {
            return facts.FindAll(f => f.Scope is null || f.Scope == named);
        }

        var scope = knowledge.Ontology.DefaultSubject;
        var scoped = facts.FindAll(f => f.Scope is null || f.Scope == scope);
        return scoped.Count > 0 ? scoped : facts;
    }

    /// <summary>What held at the time, or else what holds, or else what held last.</summary>
    public List<Fact> For(string subject, string property, Question question)
    {
        var facts = All(subject, property, question);
        var definition = knowledge.Ontology.Properties[property];
        if (question.Time is { } time && definition.ByYear)
        {
            var held = facts.FindAll(f => f.HoldsIn(time));
            // "In 2022-23" asks for that budget year, and not for those that begin or end in it.
            var whole = definition.Kind is PropertyKind.Number ? held.FindAll(f => f is { From: { } from, Until: { } until } && time.Contains(from) && time.Contains(until)) : [];
            return whole.Count > 0 ? whole : held;
        }

        if (!definition.Changes && !definition.ByYear)
        {
            return facts;
        }

        var current = facts.FindAll(f => f.Until is null);
        return current.Count > 0 ? current : facts.FindAll(f => f.Until!.Value.Latest == facts.Max(o => o.Until!.Value.Latest));
    }
}
