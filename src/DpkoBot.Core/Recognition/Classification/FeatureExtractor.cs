using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>A sparse vector of unit length.</summary>
/// <param name="Indices">The features, in rising order.</param>
/// <param name="Values">Their values.</param>
internal readonly record struct FeatureVector(int[] Indices, float[] Values);

/// <summary>
/// Turns masked tokens into weighted features: words, pairs of words, groups of synonyms and pairs of them, words near each
/// other, and pieces of words. Rare features weigh more (inverse document frequency). A feature that training never saw has no
/// weight of its own but counts in the length of the vector: what is strange makes every intent less likely.
/// </summary>
internal sealed class FeatureExtractor
{
    // Compiled with all optimizations at once where training spends its time: it is over before the runtime would do so.

    private const ulong Prime = 1099511628211;
    private const ulong Offset = 14695981039346656037;

    [ThreadStatic]
    private static FeatureBuffer? shared;

    private readonly FrozenDictionary<string, string> synonyms;
    private readonly FrozenSet<string> common;
    private readonly FeatureRecipe recipe;
    private readonly Dictionary<ulong, int> indices = [];
    private readonly List<float> weights = [];
    private float unseenWeight;

    /// <param name="synonyms">Each word's group.</param>
    /// <param name="common">Ordinary words: unseen ones of them are less strange than other unseen words.</param>
    /// <param name="recipe">Which features there are.</param>
    public FeatureExtractor(FrozenDictionary<string, string> synonyms, FrozenSet<string> common, FeatureRecipe? recipe = null)
    {
        this.synonyms = synonyms;
        this.common = common;
        this.recipe = recipe ?? new FeatureRecipe();
    }

    public int Count => weights.Count;

    /// <summary>Learns which features there are and how rare each is, and gives the examples' vectors.</summary>
    public List<FeatureVector> Fit(IReadOnlyList<ImmutableArray<string>> examples)
    {
        var documents = CountDocuments(examples);
        var kept = documents.Where(d => d.Value.Count > 1 || d.Value.Kind is not FeatureKind.Together);
        kept = documents.Count > recipe.MaxFeatures ? kept.OrderByDescending(d => d.Value.Count).ThenBy(d => d.Key).Take(recipe.MaxFeatures) : kept;
        foreach (var (key, (count, _, _)) in kept.OrderBy(d => d.Key))
        {
            indices[key] = weights.Count;
            weights.Add(MathF.Log((1f + examples.Count) / (1 + count)) + 1);
        }

        unseenWeight = (MathF.Log((1f + examples.Count) / 2) + 1) * recipe.Strangeness;
        return [.. examples.AsParallel().AsOrdered().Select(e => Extract(e.AsSpan()))];
    }

    /// <summary>The vector of an example.</summary>
    public FeatureVector Extract(ReadOnlySpan<string> words)
    {
        var buffer = shared ??= new FeatureBuffer();
        Extract(words, buffer);
        return new FeatureVector(buffer.Indices.ToArray(), buffer.Values.ToArray());
    }

    /// <summary>The vector of an example, in a buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Extract(ReadOnlySpan<string> words, FeatureBuffer buffer)
    {
        Find(words, buffer);
        var unknown = 0f;
        foreach (ref readonly var feature in buffer.Found)
        {
            if (indices.TryGetValue(feature.Key, out var index))
            {
                buffer.AddKnown(index, feature.Weight * weights[index]);
            }
            else if (feature.Kind is not FeatureKind.Together)
            {
                // Two known words that were never together are nothing strange.
                var strangeness = feature.Weight * unseenWeight * (feature.Kind is FeatureKind.OrdinaryWord ? recipe.OrdinaryStrangeness : 1);
                unknown += strangeness * strangeness;
            }
        }

        buffer.Normalize(unknown);
    }

    private Dictionary<ulong, (int Count, int Last, FeatureKind Kind)> CountDocuments(IReadOnlyList<ImmutableArray<string>> examples)
    {
        var documents = new Dictionary<ulong, (int Count, int Last, FeatureKind Kind)>();
        var buffer = new FeatureBuffer();
        for (var i = 0; i < examples.Count; i++)
        {
            Find(examples[i].AsSpan(), buffer);
            foreach (ref readonly var feature in buffer.Found)
            {
                ref var document = ref CollectionsMarshal.GetValueRefOrAddDefault(documents, feature.Key, out var seen);
                document = seen && document.Last == i ? document : (document.Count + 1, i, feature.Kind);
            }
        }

        return documents;
    }

    /// <summary>All features of the words, known or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(ReadOnlySpan<string> words, FeatureBuffer buffer)
    {
        buffer.Clear();
        Span<ulong> window = stackalloc ulong[recipe.Window];
        var (lastWord, lastGroup) = (Hash("^"), Hash("^"));
        for (var i = 0; i <= words.Length; i++)
        {
            var word = i < words.Length ? words[i] : "$";
            var hash = Hash(word);
            var group = synonyms.TryGetValue(word, out var name) ? Hash(name) : hash;
            if (i < words.Length)
            {
                AddWord(buffer, word, hash, group);
                AddTogether(buffer, window, i, Beginning(word, hash));
            }

            buffer.Add(Key('b', lastWord, hash), recipe.Word, FeatureKind.Other);
            if (lastGroup != lastWord || group != hash)
            {
                buffer.Add(Key('t', lastGroup, group), recipe.Synonym, FeatureKind.Other);
            }

            (lastWord, lastGroup) = (hash, group);
        }
    }

    private void AddWord(FeatureBuffer buffer, string word, ulong hash, ulong group)
    {
        buffer.Add(Key('w', hash, 0), recipe.Word, common.Contains(word) ? FeatureKind.OrdinaryWord : FeatureKind.Other);
        if (group != hash)
        {
            buffer.Add(Key('s', group, 0), recipe.Synonym, FeatureKind.Other);
        }

        if (word is not [MaskedTokens.Mark, ..])
        {
            AddPieces(buffer, word);
        }
    }

    private void AddPieces(FeatureBuffer buffer, string word)
    {
        for (var start = -1; start <= word.Length; start++)
        {
            var hash = Offset;
            for (var size = 1; size <= recipe.LongestPiece && start + size <= word.Length + 1; size++)
            {
                var at = start + size - 1;
                hash = (hash ^ (at < 0 || at == word.Length ? '_' : word[at])) * Prime;
                if (size >= recipe.ShortestPiece)
                {
                    buffer.Add(Key('c', hash, (ulong)size), recipe.Piece, FeatureKind.Other);
                }
            }
        }
    }

    private void AddTogether(FeatureBuffer buffer, Span<ulong> window, int position, ulong hash)
    {
        for (var back = 1; back <= Math.Min(window.Length, position); back++)
        {
            var other = window[(position - back) % window.Length];
            buffer.Add(Key('u', Math.Min(hash, other), Math.Max(hash, other)), recipe.Together, FeatureKind.Together);
        }

        if (window.Length > 0)
        {
            window[position % window.Length] = hash;
        }
    }

    /// <summary>Words are together whatever their endings; a mask is one thing.</summary>
    private ulong Beginning(string word, ulong hash) =>
        word.Length <= recipe.Beginning || word[0] == MaskedTokens.Mark ? hash : Hash(word.AsSpan(0, recipe.Beginning));

    /// <summary>FNV-1a.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    private static ulong Key(char kind, ulong first, ulong second)
    {
        var key = ((first ^ kind) * 0x9E3779B97F4A7C15) + BitOperations.RotateLeft((second + kind) * 0xC2B2AE3D27D4EB4F, 31);
        return (key ^ (key >> 29)) * 0xBF58476D1CE4E5B9;
    }
}
