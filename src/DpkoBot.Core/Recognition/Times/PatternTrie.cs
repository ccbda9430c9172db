using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>Patterns, merged where they begin alike: a place among tokens is compared with all of them at once.</summary>
internal sealed class PatternTrie
{
    private PatternTrie(FrozenDictionary<string, PatternTrie> words, ImmutableArray<(string Slot, PatternTrie Next)> slots, TimePattern? pattern)
    {
        Words = words;
        Slots = slots;
        Pattern = pattern;
    }

    /// <summary>What can follow, by word.</summary>
    public FrozenDictionary<string, PatternTrie> Words { get; }

    /// <summary>What can follow, by slot.</summary>
    public ImmutableArray<(string Slot, PatternTrie Next)> Slots { get; }

    /// <summary>The pattern that is complete here.</summary>
    public TimePattern? Pattern { get; }

    public static PatternTrie Of(IEnumerable<TimePattern> patterns) => Of(patterns, depth: 0);

    private static PatternTrie Of(IEnumerable<TimePattern> patterns, int depth)
    {
        var complete = patterns.FirstOrDefault(p => p.Elements.Length == depth);
        var next = patterns.Where(p => p.Elements.Length > depth).GroupBy(p => p.Elements[depth]).ToDictionary(g => g.Key, g => Of([.. g], depth + 1));
        return new PatternTrie(
            next.Where(n => n.Key[0] != '{').ToFrozenDictionary(),
            [.. next.Where(n => n.Key[0] == '{').Select(n => (n.Key[1..^1], n.Value)).OrderBy(n => n.Item1, StringComparer.Ordinal)],
            complete);
    }
}
