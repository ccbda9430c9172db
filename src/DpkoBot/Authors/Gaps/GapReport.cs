using System.Collections.Immutable;
using System.Globalization;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Authors.Gaps;

/// <summary>Puts gaps into the order and the words in which authors read them.</summary>
public static class GapReport
{
    /// <summary>The gaps by likeness.</summary>
    public static ImmutableArray<GapCluster> Cluster(IReadOnlyList<Gap> gaps, KnowledgeBase knowledge)
    {
        var words = knowledge.Languages.Values.ToDictionary(pack => pack.Tag, pack => new GapWords(pack));
        return GapCluster.Of(gaps, gap => words.TryGetValue(gap.Language, out var language) ? language.Of(gap.Text) : [gap.Text]);
    }

    /// <summary>Why a question got no answer, in a few words.</summary>
    public static string Explain(Gap gap) => Explain(gap.Reason, gap.Score);

    /// <summary>Why a question got no answer, in a few words.</summary>
    public static string Explain(GapReason reason, double score) => reason switch
    {
        GapReason.NoFact => "understood, but the knowledge lacks the fact",
        GapReason.UnknownName => "names something that the knowledge does not know",
        GapReason.Ambiguous => "can mean several things",
        GapReason.NotSure when ScoreBands.Of(score) is not ScoreBand.Unsure => "like a known question, but with something in it that is not understood",
        GapReason.NotSure => string.Create(CultureInfo.InvariantCulture, $"like a known question, but not enough so ({score:0.00})"),
        _ => "like no known question",
    };
}
