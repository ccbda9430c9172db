using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Tests.Support;

/// <summary>The recognizer of the bot's own knowledge, below the dialogue; trained once for all tests.</summary>
internal static class TrainedRecognizer
{
    public static KnowledgeBase Knowledge => TrainedEngines.Default.Knowledge;

    public static LanguagePack English => Knowledge.Languages["en"];

    public static IntentRecognizer Default { get; } = IntentRecognizer.Train(Knowledge, English, TimeProvider.System);

    public static AnnotatedUtterance Annotate(string text) => Default.Annotate(text, Utterance.Parse(text).Tokens);

    /// <summary>All intents for a text, the likeliest first, heeding its words alone.</summary>
    public static IReadOnlyList<ScoredIntent> Rank(string text) => Default.Rank(Annotate(text).Words, English.Rules.IsEmptyWord, static _ => true, static _ => 0);
}
