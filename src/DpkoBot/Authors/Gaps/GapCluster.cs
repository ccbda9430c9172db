using System.Collections.Immutable;

namespace DpkoBot.Authors.Gaps;

/// <summary>Questions that are like each other.</summary>
/// <param name="Gaps">The questions, that of most conversations first.</param>
public sealed record GapCluster(ImmutableArray<Gap> Gaps)
{
    /// <summary>Two questions with less in common are not alike; found on the development questions.</summary>
    private const double MinLikeness = 0.3;

    /// <summary>What the same nearest question adds to the likeness of two.</summary>
    private const double SameIntent = 0.15;

    private const int StemLength = 4;

    /// <summary>How many conversations asked any of them; who asked two counts twice.</summary>
    public int Conversations => Gaps.Sum(gap => gap.Conversations);

    /// <summary>Puts questions together that share the words that are rare among them, those of most conversations first.</summary>
    /// <param name="gaps">The questions.</param>
    /// <param name="words">The telling words of each.</param>
    public static ImmutableArray<GapCluster> Of(IReadOnlyList<Gap> gaps, Func<Gap, ImmutableArray<string>> words)
    {
        var features = gaps.Select(gap => words(gap).Select(Stem).ToHashSet()).ToList();
        var weights = features.SelectMany(f => f).GroupBy(w => w).ToDictionary(w => w.Key, w => Math.Log(1 + ((double)gaps.Count / w.Count())));
        var clusters = new List<List<int>>();
        foreach (var index in Enumerable.Range(0, gaps.Count).OrderByDescending(i => gaps[i].Conversations))
        {
            var best = clusters
                .Select(cluster => (Cluster: cluster, Likeness: cluster.Average(other => Likeness(index, other))))
                .OrderByDescending(c => c.Likeness).FirstOrDefault();
            if (best.Cluster is not null && best.Likeness >= MinLikeness)
            {
                best.Cluster.Add(index);
            }
            else
            {
                clusters.Add([index]);
            }
        }

        return [.. clusters.Select(c => new GapCluster([.. c.Select(i => gaps[i])]))
            .OrderByDescending(c => c.Conversations).ThenByDescending(c => c.Gaps.Length).ThenBy(c => c.Gaps[0].Text, StringComparer.Ordinal)];

        // "Helmet" and "helmets", "park" and "parking": forms of a word begin alike in most languages.
        static string Stem(string word) => word.Length > StemLength ? word[..StemLength] : word;

        double Likeness(int one, int other)
        {
            if (gaps[one].Language != gaps[other].Language)
            {
                return 0;
            }

            var union = features[one].Union(features[other]).Sum(w => weights[w]);
            var shared = features[one].Intersect(features[other]).Sum(w => weights[w]);
            return (union == 0 ? 0 : shared / union) + (gaps[one].Intent is { } intent && intent == gaps[other].Intent ? SameIntent : 0);
        }
    }
}
