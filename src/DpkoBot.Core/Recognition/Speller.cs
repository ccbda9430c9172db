using System.Collections.Frozen;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition;

/// <summary>Puts right what the keyboard got wrong, towards words that the knowledge uses.</summary>
internal sealed class Speller
{
    private const int Candidates = 24;

    /// <summary>A word that is asked for this often may be meant by two letters ("wy" for "why").</summary>
    private const int FrequentWord = 50;

    /// <summary>Words this long may have two slips.</summary>
    private const int LongWord = 7;

    private const int SurelyLongWord = 6;
    private const int RareWord = 6;
    private const int EverywhereWord = 600;

    private const int MinStem = 4;
    private const int MaxEnding = 3;

    private readonly FrozenDictionary<string, int> words;
    private readonly FrozenSet<string> acronyms;
    private readonly FrozenSet<string> nameWords;
    private readonly DeletionIndex oneSlip;
    private readonly BigramIndex twoSlips;

    /// <param name="words">The words that occur, with how often they do; ordinary words with 0.</param>
    /// <param name="acronyms">Those of them that are acronyms: a wrong letter makes another acronym, so little is forgiven.</param>
    /// <param name="nameWords">The words of known names: a capitalized word is misspelled from one of these, if at all.</param>
    public Speller(IReadOnlyDictionary<string, int> words, IEnumerable<string> acronyms, IEnumerable<string> nameWords)
    {
        this.nameWords = nameWords.ToFrozenSet();
        this.words = words.ToFrozenDictionary();
        this.acronyms = acronyms.ToFrozenSet();
        var ordered = words.Keys.Order(StringComparer.Ordinal).ToList();
        oneSlip = new DeletionIndex(ordered);
        twoSlips = new BigramIndex(ordered.Where(w => w.Length >= LongWord - 2));
    }

    /// <summary>Whether the word is spelled like one that occurs.</summary>
    public bool Knows(string word) => words.ContainsKey(word);

    /// <summary>The tokens with misspelled ones put right, and with wrongly joined or parted ones mended.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="isRight">Whether the token at a position is known to be spelled rightly.</param>
    public List<Token> Correct(IReadOnlyList<Token> tokens, Func<int, bool> isRight)
    {
        var corrected = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (isRight(i))
            {
                corrected.Add(token);
            }
            else if (i + 1 < tokens.Count && Join(token, tokens[i + 1]) is { } joined)
            {
                corrected.Add(joined);
                i++;
            }
            else if (Knows(token.Text))
            {
                corrected.Add(Intended(token.Text) is { } intended ? token with { Text = intended } : token);
            }
            else if (Nearest(token.Text, token.IsAcronym, ofNames: IsName(token, i)) is { } word)
            {
                corrected.Add(token with { Text = word });
            }
            else if (!token.IsAcronym && Split(token) is { } parts)
            {
                corrected.AddRange(parts);
            }
            else
            {
                corrected.Add(token);
            }
        }

        return corrected;
    }

    /// <summary>A long word that hardly occurs is a slip where it lies one letter beside one that is everywhere: "departement" is in a French name.</summary>
    private string? Intended(string word) => word.Length < SurelyLongWord || words[word] is 0 or > RareWord
        ? null
        : oneSlip.Near(word).Where(w => words[w] > EverywhereWord && EditDistance.Between(word, w, 1) == 1).MaxBy(w => words[w]);

    /// <summary>A capital within a sentence shows a name, which is no misspelled ordinary word.</summary>
    private static bool IsName(Token token, int position) => token is { IsCapitalized: true, IsAcronym: false } && position > 0;

    /// <summary>"peace keeping" is "peacekeeping" if the knowledge has it as one word.</summary>
    private Token? Join(Token left, Token right)
    {
        var text = left.Text + right.Text;
        if (text.Length < 8 || left.Text.Length < 3 || right.Text.Length < 3)
        {
            return null;
        }

        // "There after" is "thereafter" only where that is asked for often.
        var areWords = Knows(left.Text) && Knows(right.Text);
        var word = words.TryGetValue(text, out var count) && count > (areWords ? FrequentWord : 0) ? text
            : !Knows(left.Text) || !Knows(right.Text) || text.Length >= 11 ? NearestLong(text) : null;
        return word is null ? null : new Token(word, left.Start, right.Start + right.Length - left.Start);
    }

    private string? NearestLong(string text) =>
        Nearest(text, isAcronym: false, ofNames: false) is { } word && words[word] > 0 && word.Length >= 10 && word[^3..] == text[^3..] ? word : null;

    /// <summary>"manyoffices" is "many offices".</summary>
    private Token[]? Split(Token token)
    {
        for (var i = token.Text.Length - 3; i >= 3; i--)
        {
            if (Knows(token.Text[..i]) && Knows(token.Text[i..]) && token.Length == token.Text.Length)
            {
                return [new Token(token.Text[..i], token.Start, i), new Token(token.Text[i..], token.Start + i, token.Length - i)];
            }
        }

        return null;
    }

    private string? Nearest(string word, bool isAcronym, bool ofNames)
    {
        if (word.Length < 2 || word.Any(char.IsDigit))
        {
            return null;
        }

        return Cheapest(word, Of(oneSlip.Near(word)), 1, isAcronym)
            ?? (isAcronym || ofNames ? null : Stem(word))
            ?? (word.Length >= LongWord ? Cheapest(word, Of(twoSlips.Nearest(word, Candidates)), 2, isAcronym) : null);

        IEnumerable<string> Of(IEnumerable<string> candidates) => ofNames ? candidates.Where(nameWords.Contains) : candidates;
    }

    /// <summary>The word without an ending of up to three letters ("existing" for "exist"), if that occurs in sentences.</summary>
    private string? Stem(string word)
    {
        for (var length = word.Length - 1; length >= Math.Max(MinStem, word.Length - MaxEnding); length--)
        {
            if (words.TryGetValue(word[..length], out var count) && count > 0)
            {
                return word[..length];
            }
        }

        return null;
    }

    private string? Cheapest(string word, IEnumerable<string> candidates, int limit, bool isAcronym)
    {
        string? best = null;
        var bestCost = double.MaxValue;
        foreach (var candidate in candidates)
        {
            var cost = Cost(word, candidate, limit, isAcronym);
            if (cost < bestCost || (cost == bestCost && cost < double.MaxValue && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestCost) = (candidate, cost);
            }
        }

        return best;
    }

    private double Cost(string word, string candidate, int limit, bool writtenAsAcronym)
    {
        if (writtenAsAcronym && !acronyms.Contains(candidate))
        {
            return double.MaxValue;
        }

        var distance = EditDistance.Between(word, candidate, limit);
        var transposed = distance == 1 && EditDistance.IsTransposition(word, candidate);
        if (distance > limit || (!transposed && !IsForgivable(word, candidate, distance)))
        {
            return double.MaxValue;
        }

        var firstLetter = word[0] == candidate[0] || transposed ? 0 : 0.3;
        // Of two words that are equally near, the one that is asked for more often is meant.
        var rarity = 0.5 / (1 + Math.Log(1 + words[candidate]));
        return (transposed ? 0.85 : distance) + firstLetter + rarity;
    }

    /// <summary>Whether the one letter that a word has more than another is one of its neighbours again.</summary>
    private static bool HasDouble(string word, string candidate) =>
        word.Length == candidate.Length + 1 && Enumerable.Range(1, word.Length - 1).Any(i => word[i] == word[i - 1] && word.Remove(i, 1) == candidate);

    private static bool IsDisorder(string word, string candidate) =>
        word.Length >= LongWord && word.Length == candidate.Length && word[0] == candidate[0] && word.Order().SequenceEqual(candidate.Order());

    private bool IsForgivable(string word, string candidate, int distance)
    {
        if (acronyms.Contains(candidate))
        {
            // One letter more or less in a long acronym is a slip, and so are its letters in disorder; another letter is another acronym.
            return IsDisorder(word, candidate) || (distance == 1 && (word == candidate + "s" || (candidate.Length >= 5 && (word.Length < candidate.Length || HasDouble(word, candidate))) || candidate.Length >= 7));
        }

        return (word.Length >= (candidate.Length > word.Length ? 3 : 4) || (candidate.Length > word.Length && words[candidate] >= FrequentWord)) && (distance == 1 || word[0] == candidate[0]);
    }
}
