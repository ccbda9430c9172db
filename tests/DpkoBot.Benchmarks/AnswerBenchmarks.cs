using BenchmarkDotNet.Attributes;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Benchmarks;

/// <summary>What a question costs, and what a start costs.</summary>
[MemoryDiagnoser]
public class AnswerBenchmarks
{
    private string folder = "";
    private KnowledgeBase knowledge = null!;
    private AnswerEngine engine = null!;

    /// <summary>A plain question, a misspelled one, a long one, and one that is not to be answered.</summary>
    [Params(
        "When was OROLSI established?",
        "wen was the departmnet of peacekeping operations foundet",
        "Dear Sir or Madam, I am writing a paper on institutions after the Cold War. Could you tell me which office handles mine action?",
        "how do i remove red wine from a white carpet")]
    public string Question { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        folder = Path.Combine(AppContext.BaseDirectory, "knowledge");
        knowledge = KnowledgeLoader.Load(folder).Knowledge!;
        engine = new AnswerEngine(knowledge);
    }

    [Benchmark]
    public AnswerResult Answer() => engine.Answer(Question, "en", ConversationState.Empty);

    [Benchmark]
    public AnswerEngine Train() => new(knowledge);

    [Benchmark]
    public KnowledgeLoadResult LoadKnowledge() => KnowledgeLoader.Load(folder);
}
