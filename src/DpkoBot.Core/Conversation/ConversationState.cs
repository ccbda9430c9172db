using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>
/// What the bot remembers of a conversation so that a follow-up can lean on it. Small, bounded and serializable with
/// System.Text.Json; holds ids of the knowledge, never a user's text.
/// </summary>
public sealed record ConversationState
{
    private const int MaxFocus = 6;
    private const int MaxAnswered = 24;

    /// <summary>A conversation in which nothing has been said.</summary>
    public static ConversationState Empty { get; } = new();

    /// <summary>The property that was asked for last.</summary>
    public string? LastProperty { get; init; }

    /// <summary>The time that it was asked for, if one was named.</summary>
    public Period? LastTime { get; init; }

    /// <summary>The subjects that were spoken of, those that "it" most likely means first. At most six.</summary>
    public ImmutableArray<string> Focus { get; init; } = [];

    /// <summary>The set of subjects that was asked for last, if the last question was for one.</summary>
    public SubjectSet? LastSet { get; init; }

    /// <summary>Whether the last thing said was not understood, so that "it" may mean what the bot does not know.</summary>
    public bool LostThread { get; init; }

    /// <summary>What has been answered, as <c>subject/property</c>, newest first: not to be suggested again. At most 24.</summary>
    public ImmutableArray<string> Answered { get; init; } = [];

    /// <summary>The state without what a knowledge does not hold: it may have been replaced since the last message.</summary>
    internal ConversationState Within(KnowledgeBase knowledge)
    {
        var property = LastProperty is { } last && knowledge.Ontology.Properties.ContainsKey(last) ? last : null;
        return this with
        {
            LastProperty = property,
            LastTime = property is null ? null : LastTime,
            Focus = Focus.All(knowledge.Subjects.ContainsKey) ? Focus : [.. Focus.Where(knowledge.Subjects.ContainsKey)],
            LastSet = LastSet is { } set && set.IsWithin(knowledge) ? set : null,
        };
    }

    /// <summary>The state after a question was answered.</summary>
    /// <param name="question">The question.</param>
    /// <param name="values">The subjects that the answer named.</param>
    /// <param name="isSuccession">Whether the answer is what "that one" means next: who came before somebody.</param>
    internal ConversationState After(Question question, IEnumerable<string> values, bool isSuccession = false) => new()
    {
        LastProperty = question.Property,
        LastTime = question.Time,
        Focus = [.. (isSuccession ? values.Concat(question.Subjects) : question.Subjects.Concat(values)).Concat(Focus).Distinct().Take(MaxFocus)],
        Answered = [.. question.Topics.Concat(Answered).Distinct().Take(MaxAnswered)],
    };

    /// <summary>The state after a set was asked for.</summary>
    internal ConversationState After(SubjectSet set, IEnumerable<string> members) => new()
    {
        LastSet = set,
        Focus = [.. members.Concat(Focus).Distinct().Take(MaxFocus)],
        Answered = Answered,
    };

    /// <summary>The state after subjects were spoken of without an answer.</summary>
    internal ConversationState Mentioning(IEnumerable<string> subjects) =>
        this with { Focus = [.. subjects.Concat(Focus).Distinct().Take(MaxFocus)], LostThread = false };

    /// <summary>The state after something that was not understood: what was in focus no longer is.</summary>
    internal ConversationState Lost() => this with { Focus = [], LastProperty = null, LastTime = null, LastSet = null, LostThread = true };
}
