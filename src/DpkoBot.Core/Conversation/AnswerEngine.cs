using System.Collections.Frozen;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>Answers utterances from the knowledge. Immutable: one instance serves every conversation at once.</summary>
public sealed class AnswerEngine
{
    private readonly FrozenDictionary<string, Dialogue> dialogues;

    /// <summary>Trains a recognizer for each of the knowledge's languages.</summary>
    /// <param name="knowledge">The knowledge.</param>
    /// <param name="clock">Tells what day it is, for "last year" and for how old a fact is; the system's clock if not given.</param>
    public AnswerEngine(KnowledgeBase knowledge, TimeProvider? clock = null)
    {
        Knowledge = knowledge;
        var time = clock ?? TimeProvider.System;
        dialogues = knowledge.Languages.Values.ToFrozenDictionary(
            pack => pack.Tag,
            pack => new Dialogue(knowledge, pack, IntentRecognizer.Train(knowledge, pack, time), time));
    }

    /// <summary>The knowledge it answers from.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>Answers one message.</summary>
    /// <param name="text">What the user wrote, as it came.</param>
    /// <param name="locale">The user's BCP 47 locale, if the channel told it.</param>
    /// <param name="state">What is remembered of the conversation.</param>
    public AnswerResult Answer(string text, string? locale, ConversationState state) => DialogueFor(locale).Answer(text, state);

    /// <summary>What the bot says to somebody who has just come in.</summary>
    /// <param name="locale">The user's BCP 47 locale, if the channel told it.</param>
    public BotReply Greet(string? locale) => DialogueFor(locale).Greet();

    private Dialogue DialogueFor(string? locale) => dialogues[Knowledge.LanguageFor(locale).Tag];
}

/// <summary>A reply, and what is remembered from then on.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="State">The state to pass in with the next message.</param>
public sealed record AnswerResult(BotReply Reply, ConversationState State);
