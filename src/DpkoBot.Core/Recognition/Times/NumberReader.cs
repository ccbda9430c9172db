using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>A number at a place among tokens.</summary>
/// <param name="Count">How many tokens it has.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsOrdinal">Whether it is an ordinal.</param>
/// <param name="IsSpelled">Whether it is words rather than digits.</param>
internal readonly record struct NumberReading(int Count, decimal Value, bool IsOrdinal, bool IsSpelled)
{
    /// <summary>The value as a whole number; null if it has a fraction or is too large to be one of those that times are told with.</summary>
    public int? Whole => Value is >= 0 and <= 1_000_000 && Value == decimal.Truncate(Value) ? (int)Value : null;
}

/// <summary>Reads numbers as people write them: "three", "twenty-first", "1,428", "1.5 million".</summary>
internal sealed class NumberReader
{
    private const int MaxFraction = 9;
    private readonly PhraseTable<NumberWord> words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ordinalEndings;
    private readonly char? groupMark;
    private readonly char? decimalMark;

    public NumberReader(LanguageRules rules)
    {
        words = new PhraseTable<NumberWord>(rules.NumberWords.Words);
        ordinalEndings = rules.NumberWords.OrdinalEndings.GetAlternateLookup<ReadOnlySpan<char>>();
        groupMark = rules.NumberWords.GroupMark;
        decimalMark = rules.NumberWords.DecimalMark;
    }

    /// <summary>All numbers, from left to right.</summary>
    /// <param name="text">The text that the tokens are of.</param>
    /// <param name="tokens">Its tokens.</param>
    public ImmutableArray<NumberMention> Read(string text, IReadOnlyList<Token> tokens)
    {
        var written = new WrittenTokens(text, tokens);
        ImmutableArray<NumberMention>.Builder? mentions = null;
        for (var i = 0; i < written.Count;)
        {
            if (!TryRead(written, i, out var number))
            {
                i++;
                continue;
            }

            (mentions ??= ImmutableArray.CreateBuilder<NumberMention>()).Add(new NumberMention(i, number.Count, number.Value, number.IsOrdinal));
            i += number.Count;
        }

        return mentions?.ToImmutable() ?? [];
    }

    /// <summary>Reads the number that starts at a token.</summary>
    public bool TryRead(in WrittenTokens tokens, int first, out NumberReading number)
    {
        number = default;
        if (first >= tokens.Count)
        {
            return false;
        }

        return Digits.TryRead(tokens[first], out var digits) ? ReadDigits(tokens, first, digits, out number) : ReadWords(tokens, first, out number);
    }

    private bool ReadDigits(in WrittenTokens tokens, int first, Digits digits, out NumberReading number)
    {
        number = new NumberReading(1, digits.Value, IsOrdinal: true, IsSpelled: false);
        if (!digits.Rest.IsEmpty)
        {
            return ordinalEndings.Contains(digits.Rest);
        }

        var (value, end) = ((decimal)digits.Value, first + 1);
        var grouped = digits.Length <= 3;
        while (grouped && tokens.IsJoinedBy(end - 1, groupMark) && Digits.TryReadAll(tokens[end], out var group) && group.Length == 3 && end - first < 5)
        {
            value = (value * 1000) + group.Value;
            end++;
        }

        if (tokens.IsJoinedBy(end - 1, decimalMark) && Digits.TryReadAll(tokens[end], out var fraction) && fraction.Length <= MaxFraction)
        {
            var scale = 1m;
            for (var i = 0; i < fraction.Length; i++)
            {
                scale *= 10;
            }

            value += fraction.Value / scale;
            end++;
        }

        var sum = new NumberSum(stackalloc decimal[NumberSum.Size]);
        sum.TryAdd(value);
        while (tokens.IsPlainGap(end - 1) && words.Match(tokens, end, out var word) is > 0 and var count && word.Kind == NumberWordKind.Multiplier && sum.TryMultiply(word.Value))
        {
            end += count;
        }

        number = new NumberReading(end - first, sum.Total, IsOrdinal: false, IsSpelled: false);
        return true;
    }

    private bool ReadWords(in WrittenTokens tokens, int first, out NumberReading number)
    {
        var sum = new NumberSum(stackalloc decimal[NumberSum.Size]);
        var (end, isOrdinal) = (first, false);
        while (!isOrdinal && Next(tokens, end, first) is { Count: > 0 } next && Fits(ref sum, tokens, next, end == first))
        {
            end = next.End;
            isOrdinal = next.Word.Kind == NumberWordKind.Ordinal;
        }

        number = new NumberReading(end - first, sum.Total, isOrdinal, IsSpelled: true);
        return end > first;
    }

    /// <summary>The next word of a number and where it ends; past a word that joins.</summary>
    private (NumberWord Word, int Count, int End) Next(in WrittenTokens tokens, int position, int first)
    {
        if (position > first && !tokens.IsPlainGap(position - 1))
        {
            return default;
        }

        var count = words.Match(tokens, position, out var word);
        if (word.Kind == NumberWordKind.Joining && count > 0)
        {
            position += count;
            count = position - count > first && tokens.IsPlainGap(position - 1) ? words.Match(tokens, position, out word) : 0;
            count = word.Kind is NumberWordKind.Value or NumberWordKind.Ordinal ? count : 0;
        }

        return (word, count, position + count);
    }

    private bool Fits(ref NumberSum sum, in WrittenTokens tokens, (NumberWord Word, int Count, int End) next, bool isFirst)
    {
        var (word, end) = (next.Word, next.End);
        var multiplier = tokens.IsPlainGap(end - 1) && words.Match(tokens, end, out var after) > 0 && after.Kind == NumberWordKind.Multiplier ? after.Value : 0;
        return word.Kind switch
        {
            NumberWordKind.One => isFirst && multiplier > 0 && sum.TryAdd(1),
            NumberWordKind.Multiplier => sum.TryMultiply(word.Value),
            NumberWordKind.Value => sum.CanTake(word.Value, multiplier) && sum.TryAdd(word.Value),
            NumberWordKind.Ordinal when IsRound(word.Value) => sum.TryMultiply(word.Value) || sum.TryAdd(word.Value),
            NumberWordKind.Ordinal => sum.TryAdd(word.Value),
            _ => false,
        };
    }

    /// <summary>"Hundredth" and "thousandth" multiply what stands before them.</summary>
    private static bool IsRound(long value)
    {
        while (value >= 100 && value % 10 == 0)
        {
            value /= 10;
            if (value == 10)
            {
                return true;
            }
        }

        return false;
    }
}
