using System.Collections.Concurrent;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Tests.Support;

/// <summary>Trains an engine once for each version of the knowledge: it takes seconds, and all tests can share it.</summary>
internal static class TrainedEngines
{
    private static readonly ConcurrentDictionary<string, Lazy<AnswerEngine>> Engines = new();

    /// <summary>The engine on the bot's own knowledge.</summary>
    public static AnswerEngine Default { get; } = For(KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Knowledge!);

    public static AnswerEngine For(KnowledgeBase knowledge) =>
        Engines.GetOrAdd(knowledge.Version, _ => new Lazy<AnswerEngine>(() => new AnswerEngine(knowledge))).Value;
}
