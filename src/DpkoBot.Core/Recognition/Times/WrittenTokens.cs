using System.Buffers;
using System.Globalization;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>Tokens with the signs that stand between them in the text, which tokens alone do not tell.</summary>
internal readonly ref struct WrittenTokens(string text, IReadOnlyList<Token> tokens)
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("?!;\n？！；。؟؛");

    public int Count => tokens.Count;

    public string this[int i] => tokens[i].Text;

    /// <summary>What stands between a token and the next one; nothing for tokens that were put in, and at both ends of the text.</summary>
    public ReadOnlySpan<char> Gap(int i)
    {
        if (i < 0 || i + 1 >= tokens.Count)
        {
            return [];
        }

        var (start, end) = (tokens[i].Start + tokens[i].Length, tokens[i + 1].Start);
        return start >= 0 && start < end && end <= text.Length ? text.AsSpan(start, end - start) : [];
    }

    /// <summary>The character right before a token; '\0' if there is none.</summary>
    public char Before(int i) => At(tokens[i].Start - 1);

    /// <summary>The character right after a token; '\0' if there is none.</summary>
    public char After(int i) => At(tokens[i].Start + tokens[i].Length);

    /// <summary>Whether two neighbours are joined by this sign and nothing else.</summary>
    public bool IsJoinedBy(int i, char? sign) => sign is { } mark && Gap(i) is [var only] && only == mark;

    /// <summary>Whether words can belong together across the gap behind a token: no sentence ends in it.</summary>
    public bool IsWithinSentence(int i) => Gap(i).IndexOfAny(SentenceEnds) < 0;

    /// <summary>Whether nothing but space or a hyphen stands between a token and the next one, as within a number.</summary>
    public bool IsPlainGap(int i) => Gap(i).Trim() is [] or ['-'] or ['\u2010'] or ['\u2011'];

    /// <summary>Whether a dash stands between a token and the next one.</summary>
    public bool HasDash(int i) => Gap(i).Trim() is [var only] && IsDash(only);

    public static bool IsDash(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.DashPunctuation || sign is '~' or '\uFF5E';

    private char At(int position) => position >= 0 && position < text.Length ? text[position] : '\0';
}
