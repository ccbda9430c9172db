using System.Collections.Immutable;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Operations.Reloading;

/// <summary>
/// The knowledge that answers now. It is replaced as a whole: a turn that has taken the engine answers from one knowledge to
/// its end.
/// </summary>
public sealed class KnowledgeInService(KnowledgeLoadResult loaded, Func<KnowledgeBase, AnswerEngine> train)
{
    private readonly Lazy<AnswerEngine> first = new(() => train(
        loaded.Knowledge ?? throw new InvalidOperationException("The knowledge is not usable.")));

    private volatile AnswerEngine? replacement;

    public AnswerEngine Engine => replacement ?? first.Value;

    /// <summary>The version of the knowledge that answers now.</summary>
    public string Version => Engine.Knowledge.Version;

    /// <summary>What keeps the files as they are now from being used; empty where it is they that answer.</summary>
    public ImmutableArray<Diagnostic> Problems { get; private set; } = [];

    /// <summary>Takes files that are right, if they are not in service already.</summary>
    /// <returns>Whether another knowledge answers now.</returns>
    internal bool Take(KnowledgeBase knowledge)
    {
        var isNew = knowledge.Version != Version;
        if (isNew)
        {
            replacement = train(knowledge);
        }

        Problems = [];
        return isNew;
    }

    /// <summary>Notes that the files as they are now are not to be used.</summary>
    internal void Refuse(ImmutableArray<Diagnostic> problems) => Problems = problems;
}
