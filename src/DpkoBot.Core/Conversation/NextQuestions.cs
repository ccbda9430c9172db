using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Chooses questions that the user may want to ask next.</summary>
internal sealed class NextQuestions(KnowledgeBase knowledge, LanguagePack pack)
{
    /// <summary>How many of the subjects that were spoken of are asked about in turn.</summary>
    private const int MaxSubjects = 3;

    /// <summary>
    /// Questions that the knowledge answers and that were not answered yet: in turn about each of the given subjects, and
    /// at last about the default one.
    /// </summary>
    public IEnumerable<Question> After(ConversationState state, IEnumerable<string> subjects)
    {
        var queues = subjects.Take(MaxSubjects).Append(knowledge.Ontology.DefaultSubject).Distinct()
            .Select(s => new Queue<Question>(About(s, state.LastProperty).Where(q => !q.Topics.All(state.Answered.Contains))))
            .ToList();
        while (queues.Exists(q => q.Count > 0))
        {
            foreach (var queue in queues)
            {
                if (queue.TryDequeue(out var question))
                {
                    yield return question;
                }
            }
        }
    }

    /// <summary>The questions about a subject, those first that come after the one that was asked last.</summary>
    private IEnumerable<Question> About(string subject, string? lastProperty)
    {
        var properties = knowledge.Subjects[subject].Facts.Select(f => f.Property).Distinct().Where(pack.Intents.ContainsKey).ToList();
        var next = lastProperty is null ? 0 : properties.IndexOf(lastProperty) + 1;
        return properties.Skip(next).Concat(properties.Take(next)).Select(p => new Question(p, [subject]));
    }
}
