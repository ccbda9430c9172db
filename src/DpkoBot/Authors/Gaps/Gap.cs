using DpkoBot.Core.Conversation;

namespace DpkoBot.Authors.Gaps;

/// <summary>A question that got no answer.</summary>
/// <param name="Text">The question, scrubbed.</param>
/// <param name="Language">Its language's tag.</param>
/// <param name="Reason">Why it got none.</param>
/// <param name="Intent">The question of the knowledge that it is nearest to; null where it is like none.</param>
/// <param name="Score">How sure the bot was of that, from 0 to 1.</param>
/// <param name="Nearest">The known sentence that is nearest.</param>
/// <param name="Conversations">How many conversations asked it.</param>
public sealed record Gap(string Text, string Language, GapReason Reason, string? Intent, double Score, string? Nearest, int Conversations = 1)
{
    /// <summary>What a reply leaves unanswered; null where it answers, chats or declines.</summary>
    /// <param name="question">The question, scrubbed.</param>
    /// <param name="reply">The reply to it.</param>
    public static Gap? Of(string question, BotReply reply) => reply.Gap is { } reason
        ? new Gap(question, reply.Language, reason, reply.Recognition.Intent, reply.Recognition.Score, reply.Recognition.Matched)
        : null;
}
