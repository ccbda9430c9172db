using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;

namespace DpkoBot.Authors.Gaps;

/// <summary>Takes out of a question what can tell who asked it: addresses, numbers of phones and documents, and names that the knowledge does not know.</summary>
public sealed partial class Scrubber
{
    private const string Name = "[name]";

    /// <summary>No name in the knowledge has more words.</summary>
    private const int MaxNameWords = 10;

    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> names;

    /// <param name="pack">The language of the questions: its words and names are known.</param>
    public Scrubber(LanguagePack pack)
    {
        words = WordsOf(pack).SelectMany(text => Utterance.Parse(text).Tokens).Select(token => token.Text).ToFrozenSet();
        names = pack.Subjects.Values.SelectMany(s => s.Aliases.Append(s.Name).Append(s.Phrase).Append(s.Acronym ?? "")).Select(Utterance.Normalize).ToFrozenSet();
    }

    /// <summary>The question without them.</summary>
    public string Scrub(string text)
    {
        text = Address.Replace(text, "[e-mail]");
        text = Link.Replace(text, "[address]");
        text = Handle.Replace(text, Name);
        text = Number.Replace(text, match => match.Value.Count(char.IsDigit) >= 5 && !IsTime(match.Value) ? "[number]" : match.Value);
        return WithoutNames(text);
    }

    // A word with a capital is taken for a name, unless people ask with that word or it is part of a name that is known.
    private string WithoutNames(string text)
    {
        var found = Word.Matches(text);
        var normal = found.Select(word => Utterance.Normalize(word.Value)).ToList();
        var scrubbed = new StringBuilder();
        var position = 0;
        foreach (var (index, word) in found.Index())
        {
            var isName = char.IsUpper(word.Value[0]) && !IsInBrackets(text, word) && !words.Contains(normal[index]) && !IsInKnownName(normal, index);
            scrubbed.Append(text, position, word.Index - position).Append(isName ? Name : word.Value);
            position = word.Index + word.Length;
        }

        // "John Smith" is one name.
        return Names.Replace(scrubbed.Append(text, position, text.Length - position).ToString(), Name).Trim();
    }

    private bool IsInKnownName(List<string> normal, int index)
    {
        for (var start = Math.Max(0, index - MaxNameWords + 1); start <= index; start++)
        {
            for (var end = index; end < Math.Min(normal.Count, start + MaxNameWords); end++)
            {
                if (names.Contains(string.Join(' ', normal[start..(end + 1)])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Years and dates have many digits, too.</summary>
    private static bool IsTime(string number)
    {
        var parts = number.Split(['-', '.', '/', '(', ')', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts.All(part => part.Length <= 4 && part.All(char.IsDigit))
            && (parts.All(IsYear) || (parts.Length == 3 && parts.Count(part => part.Length == 4 && IsYear(part)) == 1 && parts.Count(part => part.Length <= 2) == 2));
    }

    private static bool IsYear(string part) => part.Length == 4 && (part.StartsWith("19", StringComparison.Ordinal) || part.StartsWith("20", StringComparison.Ordinal));

    private static bool IsInBrackets(string text, Match word) =>
        word.Index > 0 && text[word.Index - 1] == '[' && word.Index + word.Length < text.Length && text[word.Index + word.Length] == ']';

    private static IEnumerable<string> WordsOf(LanguagePack pack) =>
    [
        .. pack.CommonWords, .. pack.Synonyms.Keys,
        .. pack.Intents.Values.Concat(pack.Topics.Values).SelectMany(i => i.Sentences.Concat(i.FollowUps)).Concat(pack.Background)
            .Concat(pack.Conversation.Values.SelectMany(c => c.Sentences)).Select(s => s.Text.Replace('|', ' ').Replace('(', ' ').Replace(')', ' ').Replace('[', ' ').Replace(']', ' ')),
    ];

    [GeneratedRegex(@"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.[\p{L}\p{N}-]+")]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"(?<!\S)@[\p{L}\p{N}_.-]+")]
    private static partial Regex Handle { get; }

    /// <summary>Digits, perhaps with what separates them, and with the letters of a document's number.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[+(]?[\p{Lu}]{0,4}-?\p{Nd}(?:[\p{Lu}\p{Nd}]|[-./() ]{1,2}(?=[\p{Nd}(]))*", RegexOptions.None)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"\[name\](?:[\s-]*\[name\])+")]
    private static partial Regex Names { get; }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(?:['’-][\p{L}\p{M}\p{Nd}]+)*")]
    private static partial Regex Word { get; }
}
