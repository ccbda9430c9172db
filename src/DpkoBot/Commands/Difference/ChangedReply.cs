using DpkoBot.Commands.Evaluation;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Commands.Difference;

/// <summary>What a change of the knowledge does to a known question.</summary>
internal enum Change
{
    /// <summary>What was right no longer is.</summary>
    Worse,

    /// <summary>What was not right now is.</summary>
    Better,

    /// <summary>It has another outcome, such as a fallback in the place of an answer.</summary>
    Outcome,

    /// <summary>The answer reads otherwise.</summary>
    Answer,

    /// <summary>The same is said with more or less certainty.</summary>
    Score,

    /// <summary>Nothing changes that anybody could notice.</summary>
    None,
}

/// <summary>A known question with its reply before and after.</summary>
internal sealed record ChangedReply(UtteranceFile File, ScoredCase Before, ScoredCase After)
{
    public Change Change { get; } = Compare(Before, After);

    /// <summary>All questions of a file, played on both.</summary>
    public static IEnumerable<ChangedReply> Play(AnswerEngine before, AnswerEngine after, UtteranceFile file, CancellationToken cancellationToken) =>
        ScoredFile.Play(before, file, cancellationToken).Cases
            .Zip(ScoredFile.Play(after, file, cancellationToken).Cases, (old, @new) => new ChangedReply(file, old, @new));

    private static Change Compare(ScoredCase before, ScoredCase after) =>
        (before.Verdict is Verdict.Passed) != (after.Verdict is Verdict.Passed) ? (after.Verdict is Verdict.Passed ? Change.Better : Change.Worse)
        : before.Reply.Outcome != after.Reply.Outcome ? Change.Outcome
        : before.Reply.Text != after.Reply.Text ? Change.Answer
        : ScoreBands.Of(before.Reply.Recognition.Score) != ScoreBands.Of(after.Reply.Recognition.Score) ? Change.Score
        : Change.None;
}
