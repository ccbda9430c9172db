using DpkoBot.Core.Conversation;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Support;

/// <summary>The bot on the small knowledge, trained once; it reads times, too.</summary>
internal static class SmallEngine
{
    public static AnswerEngine Default { get; } = Train();

    private static AnswerEngine Train()
    {
        using var folder = new KnowledgeFolder();
        folder.Adding(Language, Times).Replacing(Words, "[weather, like]", $"[weather, like, {OrdinaryWords}]");
        return new AnswerEngine(folder.LoadGood());
    }
}
