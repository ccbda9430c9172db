using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DpkoBot.Core.Recognition;

/// <summary>A sparse vector of unit length.</summary>
/// <param name="Indices">The features, in rising order.</param>
/// <param name="Values">Their values.</param>
internal readonly record struct FeatureVector(int[] Indices, float[] Values);

/// <summary>
/// Turns masked tokens into weighted features: words, pairs of words, groups of synonyms and pairs of them, and pieces of
/// two to four letters. Rare features weigh more (inverse document frequency). A feature that training never saw has no
/// weight of its own but counts in the length of the vector: what is strange makes every intent less likely.
/// </summary>
internal sealed class FeatureExtractor
{
    private const double WordWeight = 1;
    private const double SynonymWeight = 0.9;
    private const double CharacterWeight = 0.45;
    private readonly FrozenDictionary<string, string> synonyms;
    private readonly FrozenSet<string> common;
    private readonly Dictionary<string, int> indices = [];
    private readonly List<float> weights = [];
    private float unseenWeight;

    /// <param name="synonyms">Each word's group.</param>
    /// <param name="common">Ordinary words: unseen ones of them are less strange than other unseen words.</param>
    public FeatureExtractor(FrozenDictionary<string, string> synonyms, FrozenSet<string> common)
    {
        this.synonyms = synonyms;
        this.common = common;
    }

    public int Count => weights.Count;

    /// <summary>Learns which features there are and how rare each is, and gives the examples' vectors.</summary>
    public List<FeatureVector> Fit(IReadOnlyList<ImmutableArray<string>> examples)
    {
        var named = examples.AsParallel().AsOrdered().Select(e => Features(e).ToArray()).ToList();
        var documents = new Dictionary<string, int>();
        foreach (var example in named)
        {
            foreach (var (name, _) in example.DistinctBy(f => f.Name))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(documents, name, out _)++;
            }
        }

        foreach (var (name, count) in documents.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            indices[name] = weights.Count;
            weights.Add((float)Math.Log((1.0 + examples.Count) / (1 + count)) + 1);
        }

        unseenWeight = (float)Math.Log(1.0 + examples.Count) * 0.8f;
        return [.. named.AsParallel().AsOrdered().Select(Vector)];
    }

    /// <summary>The vector of an example.</summary>
    public FeatureVector Extract(IReadOnlyList<string> words) => Vector(Features(words));

    private FeatureVector Vector(IEnumerable<(string Name, double Weight)> features)
    {
        var values = new SortedDictionary<int, double>();
        var unseen = 0.0;
        foreach (var (name, weight) in features)
        {
            if (indices.TryGetValue(name, out var index))
            {
                values[index] = values.GetValueOrDefault(index) + (weight * weights[index]);
            }
            else
            {
                var strangeness = name[0] == 'w' && common.Contains(name[2..]) ? 0.5 : 1;
                unseen += Math.Pow(weight * strangeness * unseenWeight, 2);
            }
        }

        var length = Math.Sqrt(values.Values.Sum(v => v * v) + unseen);
        return length == 0
            ? new FeatureVector([], [])
            : new FeatureVector([.. values.Keys], [.. values.Values.Select(v => (float)(v / length))]);
    }

    private IEnumerable<(string Name, double Weight)> Features(IReadOnlyList<string> words)
    {
        var lastWord = "^";
        var lastGroup = "^";
        foreach (var word in words.Append("$"))
        {
            var group = synonyms.GetValueOrDefault(word, word);
            if (word != "$")
            {
                yield return ("w:" + word, WordWeight);
                if (group != word)
                {
                    yield return ("s:" + group, SynonymWeight);
                }

                foreach (var piece in Pieces(word))
                {
                    yield return (piece, CharacterWeight);
                }
            }

            yield return ("b:" + lastWord + " " + word, WordWeight);
            if (lastGroup != lastWord || group != word)
            {
                yield return ("t:" + lastGroup + " " + group, SynonymWeight);
            }

            (lastWord, lastGroup) = (word, group);
        }
    }

    private static IEnumerable<string> Pieces(string word)
    {
        if (word[0] == MaskedTokens.Mark)
        {
            yield break;
        }

        var padded = "_" + word + "_";
        for (var size = 3; size <= 4; size++)
        {
            for (var start = 0; start + size <= padded.Length; start++)
            {
                yield return string.Concat("c:", padded.AsSpan(start, size));
            }
        }
    }
}
