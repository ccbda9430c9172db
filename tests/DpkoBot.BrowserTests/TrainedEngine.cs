using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.BrowserTests;

/// <summary>The bot's knowledge, loaded and trained once for all hosts: it takes seconds, and none of them changes it.</summary>
internal static class TrainedEngine
{
    private static readonly Lazy<KnowledgeLoadResult> Loaded = new(() => KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")));
    private static readonly Lazy<AnswerEngine> Trained = new(() => new AnswerEngine(Knowledge.Knowledge!));

    public static KnowledgeLoadResult Knowledge => Loaded.Value;

    public static AnswerEngine Default => Trained.Value;
}
