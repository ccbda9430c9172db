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
            return facts.FindAll(f => f.HoldsIn(time));
        }

        if (!definition.Changes && !definition.ByYear)
        {
            return facts;
        }

        var current = facts.FindAll(f => f.Until is null);
        return current.Count > 0 ? current : facts.FindAll(f => f.Until!.Value.Latest == facts.Max(o => o.Until!.Value.Latest));
    }
}
