using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>
/// Reads times as people write them: "in April 1994", "since the nineties", "ten years ago". First it finds the times
/// themselves, from the last token to the first, so that a part of a time finds the whole; then what is said of them.
/// </summary>
internal sealed class TimeReader
{
    private readonly SlotReader slotReader;
    private readonly PatternTrie times;
    private readonly PatternTrie relations;
    private readonly DateOrder? order;

    public TimeReader(LanguageRules rules)
    {
        slotReader = new SlotReader(rules);
        times = PatternTrie.Of(rules.TimeWords.Patterns.Where(p => p.Rule < TimeRule.Within));
        relations = PatternTrie.Of(rules.TimeWords.Patterns.Where(p => p.Rule >= TimeRule.Within));
        order = rules.TimeWords.DateOrder;
    }

    /// <summary>All times, from left to right; none overlaps another.</summary>
    /// <param name="text">The text that the tokens are of; signs such as hyphens are looked up in it.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="today">Today's date, for "last year" and the like.</param>
    public ImmutableArray<TimeMention> Read(string text, IReadOnlyList<Token> tokens, DateOnly today)
    {
        var written = new WrittenTokens(text, tokens);
        return Times(written, today) is { } found ? Mentions(new TimeScan(written, found, today)) : [];
    }

    /// <summary>The time that starts at each token; null if none does at any.</summary>
    private TimeReading[]? Times(in WrittenTokens tokens, DateOnly today)
    {
        TimeReading[]? found = null;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var scan = new TimeScan(tokens, found, today);
            var best = new Match(NumericDate.Read(tokens, i, order));
            Longest(times, scan, i, i, default, ref best);
            if (best.Count > 0)
            {
                (found ??= new TimeReading[tokens.Count])[i] = best.Time;
            }
        }

        return found;
    }

    private ImmutableArray<TimeMention> Mentions(in TimeScan scan)
    {
        var mentions = ImmutableArray.CreateBuilder<TimeMention>();
        for (var i = 0; i < scan.Tokens.Count;)
        {
            var best = new Match(scan.Times[i].IsWeak ? default : scan.Times[i]);
            if (best.Time is { IsTime: true, Period: { } period })
            {
                best = best with { Mention = new TimeMention(i, best.Count, period.Start, period.End, period.Grain) };
            }

            Longest(relations, scan, i, i, default, ref best);
            if (best.Mention is { } mention)
            {
                mentions.Add(mention);
            }

            i += Math.Max(best.Count, 1);
        }

        return mentions.ToImmutable();
    }

    /// <summary>Follows the patterns from a token on, and keeps the longest that makes sense.</summary>
    private void Longest(PatternTrie node, in TimeScan scan, int first, int position, in TimeSlots slots, ref Match best)
    {
        if (node.Pattern is { } pattern)
        {
            Consider(pattern, slots, scan.Today, first, position - first, ref best);
        }

        if (position == scan.Tokens.Count || (position > first && !scan.Tokens.IsWithinSentence(position - 1)))
        {
            return;
        }

        if (node.Words.TryGetValue(scan.Tokens[position], out var next))
        {
            Longest(next, scan, first, position + 1, slots, ref best);
        }

        foreach (var (slot, after) in node.Slots)
        {
            var filled = slots;
            if (slotReader.TryRead(slot, scan, position, ref filled, out var count))
            {
                Longest(after, scan, first, position + count, filled, ref best);
            }
        }
    }

    /// <summary>Of two that are as long, the one that is no time is kept.</summary>
    private static void Consider(TimePattern pattern, in TimeSlots slots, DateOnly today, int first, int count, ref Match best)
    {
        if (pattern.Rule == TimeRule.NoTime)
        {
            best = count >= best.Count ? new Match(new TimeReading(count, null)) : best;
        }
        else if (count <= best.Count)
        {
            return;
        }
        else if (pattern.Rule >= TimeRule.Within)
        {
            best = TimeRules.Relate(pattern.Rule, slots, first, count) is { } mention ? new Match(new TimeReading(count, null), mention) : best;
        }
        else if (TimeRules.Resolve(pattern, slots, today, count) is { } time)
        {
            best = new Match(time);
        }
    }

    /// <summary>The longest match so far.</summary>
    private readonly record struct Match(TimeReading Time, TimeMention? Mention = null)
    {
        public int Count => Time.Count;
    }
}
