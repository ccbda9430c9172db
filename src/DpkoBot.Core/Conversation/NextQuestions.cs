using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Chooses questions that the user may want to ask next.</summary>
internal sealed class NextQuestions(KnowledgeBase knowledge, LanguagePack pack)
{
    /// <summary>Questions that the knowledge answers and that were not answered yet, those on the given subjects first.</summary>
    public IEnumerable<Question> After(ConversationState state, IEnumerable<string> subjects) => subjects
        .Append(knowledge.Ontology.DefaultSubject)
        .Distinct()
        .SelectMany(About)
        .Where(q => !q.Topics.All(state.Answered.Contains));

    private IEnumerable<Question> About(string subject) => knowledge.Subjects[subject].Facts
        .Select(f => f.Property)
        .Distinct()
        .Where(p => pack.Intents.ContainsKey(p))
        .Select(p => new Question(p, [subject]));
}
