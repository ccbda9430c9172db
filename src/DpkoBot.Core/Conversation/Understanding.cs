using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>What an utterance, or a part of one, means in its conversation.</summary>
/// <param name="Recognition">How it was recognized.</param>
internal abstract record Understanding(RecognizerResult Recognition)
{
    /// <summary>Something that the knowledge answers.</summary>
    public abstract record Answerable(RecognizerResult Recognition) : Understanding(Recognition)
    {
        /// <summary>What is answered: two that have it in common are one question.</summary>
        public abstract string Topic { get; }
    }

    /// <summary>A question for a property of subjects.</summary>
    public sealed record Asked(RecognizerResult Recognition, Question Question) : Answerable(Recognition)
    {
        public override string Topic => string.Join('|', Question.Topics);
    }

    /// <summary>A question for the members of a set, or their number.</summary>
    public sealed record AskedForSet(RecognizerResult Recognition, SubjectSet Set, ImmutableArray<SetMember> Members) : Answerable(Recognition)
    {
        public override string Topic => $"{Set.Relation ?? Set.Type}/set";
    }

    /// <summary>A question with a few meanings, or about one of a few subjects.</summary>
    public sealed record Ambiguous(RecognizerResult Recognition, ImmutableArray<Question> Meanings) : Understanding(Recognition);

    /// <summary>A question that is understood, but the knowledge does not hold its answer.</summary>
    /// <param name="Recognition">How it was recognized.</param>
    /// <param name="Question">The question.</param>
    /// <param name="With">What is named beside its subject, of which the knowledge does not know the property.</param>
    public sealed record Missing(RecognizerResult Recognition, Question Question, ImmutableArray<string> With = default) : Understanding(Recognition);

    /// <summary>A set without members: there is no mission in Brazil.</summary>
    public sealed record EmptySet(RecognizerResult Recognition, SubjectSet Set) : Understanding(Recognition);

    /// <summary>A question about something that the knowledge does not know at all.</summary>
    public sealed record UnknownName(RecognizerResult Recognition, string Name) : Understanding(Recognition);

    /// <summary>Something that is no question to the knowledge.</summary>
    public sealed record Said(RecognizerResult Recognition, ConversationIntent Intent) : Understanding(Recognition);

    /// <summary>Nothing that is known, or nothing of which the recognizer is sure enough.</summary>
    /// <param name="Recognition">How it was recognized.</param>
    /// <param name="Near">Questions near to it.</param>
    /// <param name="Leans">Whether it leaned on what was said before, and so did not change the subject.</param>
    public sealed record NotUnderstood(RecognizerResult Recognition, ImmutableArray<Question> Near, bool Leans) : Understanding(Recognition);
}
