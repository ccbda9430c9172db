using DpkoBot.Core.Conversation;

namespace DpkoBot.Tests.Support;

/// <summary>A conversation with the bot, without any channel.</summary>
/// <param name="engine">The engine that answers.</param>
internal sealed class Chat(AnswerEngine engine)
{
    private ConversationState state = ConversationState.Empty;

    /// <summary>A conversation with the bot's own knowledge.</summary>
    public Chat()
        : this(TrainedEngines.Default)
    {
    }

    public ConversationState State => state;

    /// <summary>Says something and gives the reply.</summary>
    public BotReply Say(string text)
    {
        var result = engine.Answer(text, "en", state);
        state = result.State;
        return result.Reply;
    }

    /// <summary>Says several things, one after the other, and gives the last reply.</summary>
    public static BotReply Ask(params ReadOnlySpan<string> texts) => Ask(new Chat(), texts);

    /// <summary>The same with the small knowledge.</summary>
    public static BotReply AskSmall(params ReadOnlySpan<string> texts) => Ask(new Chat(SmallEngine.Default), texts);

    private static BotReply Ask(Chat chat, ReadOnlySpan<string> texts)
    {
        BotReply reply = null!;
        foreach (var text in texts)
        {
            reply = chat.Say(text);
        }

        return reply;
    }
}
