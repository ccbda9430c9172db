using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Answers utterances from the knowledge. Immutable: one instance serves every conversation at once.</summary>
public sealed class AnswerEngine(KnowledgeBase knowledge)
{
    /// <summary>The knowledge it answers from.</summary>
    public KnowledgeBase Knowledge { get; } = knowledge;

    /// <summary>Answers one message.</summary>
    /// <param name="text">What the user wrote, as it came.</param>
    /// <param name="locale">The user's BCP 47 locale, if the channel told it.</param>
    /// <param name="state">What is remembered of the conversation.</param>
#pragma warning disable CA1822 // a scaffold until the engine lands
    public AnswerResult Answer(string text, string? locale, ConversationState state) =>
        new(new BotReply { Outcome = Outcome.Fallback, Text = $"I don't have that ({text.Length}).", Language = "en", SuggestedQuestions = ["What does DPKO stand for?", "Who leads DPKO?"] }, state);

    /// <summary>What the bot says to somebody who has just come in.</summary>
    /// <param name="locale">The user's BCP 47 locale, if the channel told it.</param>
    public BotReply Greet(string? locale) =>
        new() { Outcome = Outcome.Chitchat, Text = "Hello.", Language = "en", SuggestedQuestions = ["What does DPKO do?"] };
}

/// <summary>A reply, and what is remembered from then on.</summary>
public sealed record AnswerResult(BotReply Reply, ConversationState State);
