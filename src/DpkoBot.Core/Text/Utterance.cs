using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DpkoBot.Core.Text;

/// <summary>What somebody said, cut into tokens that are comparable across case, accents, width and punctuation.</summary>
public sealed class Utterance
{
    /// <summary>Tokens after these are not looked at: no question needs more, and time stays bounded.</summary>
    public const int MaxTokens = 400;

    /// <summary>Characters after these are not looked at, either.</summary>
    public const int MaxLength = 8000;

    /// <summary>No word is longer; of what is, the beginning is compared.</summary>
    public const int MaxWordLength = 50;

    private Utterance(string text, ImmutableArray<Token> tokens)
    {
        Text = text;
        Tokens = tokens;
    }

    /// <summary>The text as it came.</summary>
    public string Text { get; }

    /// <summary>Its tokens, from left to right.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>
    /// Cuts a text at everything that is no letter or digit (an apostrophe cuts too); in scripts written without spaces
    /// each character is a token. "D.P.K.O." and "A4P+" are one token.
    /// </summary>
    public static Utterance Parse(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var position = 0;
        while (position < Math.Min(text.Length, MaxLength) && tokens.Count < MaxTokens)
        {
            var rune = RuneAt(text, position);
            if (!IsWordRune(rune))
            {
                position += rune.Value == '<' ? TagLength(text, position) : rune.Utf16SequenceLength;
                continue;
            }

            var end = IsWrittenWithoutSpaces(rune) ? position + rune.Utf16SequenceLength : EndOfWord(text, position);
            var normal = NormalizeWord(text[position..Math.Min(end, position + MaxWordLength)]);
            if (normal.Length > 0)
            {
                tokens.Add(new Token(normal, position, end - position, IsAcronym(text.AsSpan(position, end - position)), char.IsUpper(text[position])));
            }

            position = end;
        }

        return new Utterance(text, SpelledOut(tokens));
    }

    /// <summary>"D P K O" is one word, spelled out.</summary>
    private static ImmutableArray<Token> SpelledOut(ImmutableArray<Token>.Builder tokens)
    {
        for (var first = 0; first + 2 < tokens.Count; first++)
        {
            var end = first;
            while (end < tokens.Count && IsSpelledLetter(tokens[end]) && (end == first || tokens[end].Start == tokens[end - 1].Start + 2))
            {
                end++;
            }

            if (end - first >= 3)
            {
                var (start, last) = (tokens[first].Start, tokens[end - 1]);
                var word = string.Concat(Enumerable.Range(first, end - first).Select(i => tokens[i].Text));
                tokens[first] = new Token(word[..Math.Min(word.Length, MaxWordLength)], start, last.Start + last.Length - start, IsAcronym: true, IsCapitalized: true);
                tokens.RemoveRange(first + 1, end - first - 1);
            }
        }

        return tokens.ToImmutable();
    }

    private static bool IsSpelledLetter(Token token) => token is { Length: 1, IsCapitalized: true };

    /// <summary>The tokens of a text, joined by spaces.</summary>
    public static string Normalize(string text) => string.Join(' ', Parse(text).Tokens.Select(t => t.Text));

    private static Rune RuneAt(string text, int position) =>
        Rune.TryGetRuneAt(text, position, out var rune) ? rune : Rune.ReplacementChar;

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var rune = RuneAt(text, end);
            if (IsWrittenWithoutSpaces(rune) || !(IsWordRune(rune) || IsInvisible(rune)))
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        end = end == start + 1 ? EndOfDottedAcronym(text, start) : end;
        return end < text.Length && text[end] == '+' && char.IsLetter(text[start]) && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])) ? end + 1 : end;
    }

    /// <summary>The length of the HTML tag that starts here; of the bracket alone if none does.</summary>
    private static int TagLength(string text, int start)
    {
        const int longest = 200;
        var isTag = start + 1 < text.Length && (char.IsAsciiLetter(text[start + 1]) || text[start + 1] == '/');
        var end = isTag ? text.AsSpan(start, Math.Min(longest, text.Length - start)).IndexOf('>') : -1;
        return end < 0 ? 1 : end + 1;
    }

    /// <summary>"D.P.K.O" and "D.P.K.O." are one word; a single letter alone ends where it is.</summary>
    private static int EndOfDottedAcronym(string text, int start)
    {
        var end = start + 1;
        while (end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1]) && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])))
        {
            end += 2;
        }

        return end > start + 1 ? end : start + 1;
    }

    private static bool IsWordRune(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    private static bool IsWrittenWithoutSpaces(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0x0E00 and <= 0x0EFF);

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1;
    }

    private static string NormalizeWord(string word)
    {
        if (Ascii.IsValid(word) && !word.Contains('.', StringComparison.Ordinal))
        {
            return word.ToLowerInvariant();
        }

        var normal = new StringBuilder(word.Length);
        foreach (var rune in Compatible(word).EnumerateRunes())
        {
            // One letter may stand for a whole phrase, as the Arabic ligatures do.
            if (normal.Length + rune.Utf16SequenceLength > MaxWordLength)
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune) || rune.Value == '+')
            {
                normal.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return normal.ToString();
    }

    private static string Compatible(string word)
    {
        try
        {
            return word.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be normalized; what is around it still can be read.
            return new string([.. word.Where(c => !char.IsSurrogate(c))]);
        }
    }
}

/// <summary>One word of an utterance.</summary>
/// <param name="Text">The word in lower case, without accents.</param>
/// <param name="Start">Where it starts, in UTF-16 units of the utterance.</param>
/// <param name="Length">Its length there.</param>
/// <param name="IsAcronym">Whether it was written in capitals.</param>
/// <param name="IsCapitalized">Whether its first letter is a capital.</param>
public readonly record struct Token(string Text, int Start, int Length, bool IsAcronym = false, bool IsCapitalized = false);
