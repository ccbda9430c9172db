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
    private readonly FrozenSet<string> known;

    /// <param name="pack">The language of the questions: its words and names are known.</param>
    public Scrubber(LanguagePack pack) => known = WordsOf(pack).SelectMany(text => Utterance.Parse(text).Tokens).Select(token => token.Text).ToFrozenSet();

    /// <summary>The question without them.</summary>
    public string Scrub(string text)
    {
        text = Address.Replace(text, "[e-mail]");
        text = Link.Replace(text, "[address]");
        text = Handle.Replace(text, Name);
        text = Number.Replace(text, match => match.Value.Count(char.IsDigit) >= 5 ? "[number]" : match.Value);
        return WithoutNames(text);
    }

    // A word with a capital that no sentence and no name in the knowledge has is taken for a name, wherever it stands.
    private string WithoutNames(string text)
    {
        var scrubbed = new StringBuilder();
        var position = 0;
        foreach (Match word in Word.Matches(text))
        {
            scrubbed.Append(text, position, word.Index - position);
            position = word.Index + word.Length;
            var isName = char.IsUpper(word.Value[0]) && !IsInBrackets(text, word) && !Utterance.Parse(word.Value).Tokens.All(token => known.Contains(token.Text));
            if (isName && scrubbed.Length >= Name.Length + 1 && scrubbed.ToString().TrimEnd().EndsWith(Name, StringComparison.Ordinal))
            {
                // "John Smith" is one name.
                continue;
            }

            scrubbed.Append(isName ? Name : word.Value);
        }

        return scrubbed.Append(text, position, text.Length - position).ToString().Trim();
    }

    private static bool IsInBrackets(string text, Match word) =>
        word.Index > 0 && text[word.Index - 1] == '[' && word.Index + word.Length < text.Length && text[word.Index + word.Length] == ']';

    private static IEnumerable<string> WordsOf(LanguagePack pack) =>
    [
        .. pack.CommonWords, .. pack.Synonyms.Keys,
        .. pack.Subjects.Values.SelectMany(s => s.Aliases.Append(s.Name).Append(s.Phrase).Append(s.Acronym ?? "")),
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
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[+(]?[\p{Lu}]{0,4}-?\p{Nd}(?:[\p{Lu}\p{Nd}]|[-./() ](?=[\p{Nd}(]))*", RegexOptions.None)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(?:['’-][\p{L}\p{M}\p{Nd}]+)*")]
    private static partial Regex Word { get; }
}
