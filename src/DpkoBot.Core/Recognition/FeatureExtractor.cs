using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpkoBot.Core.Recognition;

/// <summary>A sparse vector of unit length.</summary>
/// <param name="Indices">The features, in rising order.</param>
/// <param name="Values">Their values.</param>
internal readonly record struct FeatureVector(int[] Indices, float[] Values);

/// <summary>
/// Turns masked tokens into weighted features: words, pairs of words, groups of synonyms and pairs of them, and pieces of
/// three and four letters. Rare features weigh more (inverse document frequency). A feature that training never saw has no
/// weight of its own but counts in the length of the vector: what is strange makes every intent less likely.
/// </summary>
internal sealed class FeatureExtractor
{
    // Compiled with all optimizations at once where training spends its time: it is over before the runtime would do so.

    private const float WordWeight = 1;
    private const float SynonymWeight = 0.9f;
    private const float CharacterWeight = 0.45f;

    /// <summary>How strange an ordinary word is that training never saw, beside other such words.</summary>
    private const float OrdinaryStrangeness = 0.5f;

    private readonly FrozenDictionary<string, string> synonyms;
    private readonly FrozenSet<string> common;
    private readonly Dictionary<ulong, int> indices = [];
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
        var features = examples.AsParallel().AsOrdered().Select(e => Features(e)).ToList();
        var documents = new Dictionary<ulong, (int Count, int Last)>();
        for (var i = 0; i < features.Count; i++)
        {
            foreach (var feature in features[i])
            {
                ref var document = ref CollectionsMarshal.GetValueRefOrAddDefault(documents, feature.Key, out var seen);
                document = seen && document.Last == i ? document : (document.Count + 1, i);
            }
        }

        foreach (var (key, (count, _)) in documents.OrderBy(d => d.Key))
        {
            indices[key] = weights.Count;
            weights.Add((float)Math.Log((1.0 + examples.Count) / (1 + count)) + 1);
        }

        unseenWeight = (float)Math.Log(1.0 + examples.Count) * 0.8f;
        return [.. features.AsParallel().AsOrdered().Select(Vector)];
    }

    /// <summary>The vector of an example.</summary>
    public FeatureVector Extract(IReadOnlyList<string> words) => Vector(Features(words));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private FeatureVector Vector(List<Feature> features)
    {
        var seen = new (int Index, float Value)[features.Count];
        var count = 0;
        var squares = 0f;
        foreach (var feature in features)
        {
            if (indices.TryGetValue(feature.Key, out var index))
            {
                seen[count++] = (index, feature.Weight * weights[index]);
            }
            else
            {
                var strangeness = feature.Weight * unseenWeight * (feature.IsOrdinary ? OrdinaryStrangeness : 1);
                squares += strangeness * strangeness;
            }
        }

        Array.Sort(seen, 0, count, ByIndex.Instance);
        count = Merge(seen, count);
        for (var i = 0; i < count; i++)
        {
            squares += seen[i].Value * seen[i].Value;
        }

        var length = squares == 0 ? 1 : MathF.Sqrt(squares);
        var vector = new FeatureVector(new int[count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            (vector.Indices[i], vector.Values[i]) = (seen[i].Index, seen[i].Value / length);
        }

        return vector;
    }

    /// <summary>Adds up what occurs more than once.</summary>
    private static int Merge((int Index, float Value)[] sorted, int count)
    {
        var merged = 0;
        for (var i = 0; i < count; i++)
        {
            if (merged > 0 && sorted[merged - 1].Index == sorted[i].Index)
            {
                sorted[merged - 1].Value += sorted[i].Value;
            }
            else
            {
                sorted[merged++] = sorted[i];
            }
        }

        return merged;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<Feature> Features(IReadOnlyList<string> words)
    {
        var features = new List<Feature>(words.Count * 12);
        var (lastWord, lastGroup) = ("^", "^");
        for (var i = 0; i <= words.Count; i++)
        {
            var word = i < words.Count ? words[i] : "$";
            var group = synonyms.GetValueOrDefault(word, word);
            if (i < words.Count)
            {
                AddWord(features, word, group);
            }

            features.Add(new Feature(Key('b', lastWord, word), WordWeight));
            if (!ReferenceEquals(lastGroup, lastWord) || !ReferenceEquals(group, word))
            {
                features.Add(new Feature(Key('t', lastGroup, group), SynonymWeight));
            }

            (lastWord, lastGroup) = (word, group);
        }

        return features;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWord(List<Feature> features, string word, string group)
    {
        features.Add(new Feature(Key('w', word, ""), WordWeight, common.Contains(word)));
        if (!ReferenceEquals(group, word))
        {
            features.Add(new Feature(Key('s', group, ""), SynonymWeight));
        }

        if (word[0] == MaskedTokens.Mark)
        {
            return;
        }

        ReadOnlySpan<char> padded = ['_', .. word, '_'];
        for (var size = 3; size <= 4; size++)
        {
            for (var start = 0; start + size <= padded.Length; start++)
            {
                features.Add(new Feature(Key('c', padded.Slice(start, size), ""), CharacterWeight));
            }
        }
    }

    /// <summary>A feature's name as a number: FNV-1a over its kind and its one or two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Key(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        const ulong prime = 1099511628211;
        var hash = (14695981039346656037 ^ kind) * prime;
        foreach (var c in first)
        {
            hash = (hash ^ c) * prime;
        }

        hash = (hash ^ ' ') * prime;
        foreach (var c in second)
        {
            hash = (hash ^ c) * prime;
        }

        return hash;
    }

    private readonly record struct Feature(ulong Key, float Weight, bool IsOrdinary = false);

    private sealed class ByIndex : IComparer<(int Index, float Value)>
    {
        public static ByIndex Instance { get; } = new();

        public int Compare((int Index, float Value) x, (int Index, float Value) y) => x.Index.CompareTo(y.Index);
    }
}
