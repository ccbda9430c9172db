using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>What an utterance, or a part of one, means in its conversation.</summary>
/// <param name="Recognition">How it was recognized.</param>
internal abstract record Understanding(RecognizerResult Recognition)
{
    /// <summary>A question that the knowledge answers.</summary>
    public sealed record Asked(RecognizerResult Recognition, Question Question) : Understanding(Recognition);

    /// <summary>A question with a few meanings, or about one of a few subjects.</summary>
    public sealed record Ambiguous(RecognizerResult Recognition, ImmutableArray<Question> Meanings) : Understanding(Recognition);

    /// <summary>A question that is understood, but the knowledge does not hold its answer.</summary>
    public sealed record Missing(RecognizerResult Recognition, Question Question) : Understanding(Recognition);

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
