using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition.Times;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition;

/// <summary>Corrects an utterance's spelling, finds its names and masks them.</summary>
internal sealed class Annotator
{
    private const int DaysAhead = 35;

    private readonly LanguageRules rules;
    private readonly FrozenDictionary<string, string[]> contractions;
    private readonly NameIndex names;
    private readonly Speller speller;
    private readonly TimeReader times;
    private readonly TimeProvider clock;
    private readonly FrozenDictionary<string, ImmutableArray<string[]>> phrases;

    /// <param name="pack">The language.</param>
    /// <param name="knowledge">The subjects.</param>
    /// <param name="sentences">All words of all sentences, as often as they occur.</param>
    /// <param name="clock">Tells what day it is, for "last year".</param>
    public Annotator(KnowledgeBase knowledge, LanguagePack pack, IEnumerable<string> sentences, TimeProvider clock)
    {
        this.clock = clock;
        times = new TimeReader(pack.Rules);
        rules = pack.Rules;
        contractions = rules.Contractions.Concat(rules.Digits)
            .DistinctBy(c => Utterance.Normalize(c.Key))
            .ToFrozenDictionary(c => Utterance.Normalize(c.Key), c => c.Value.Split(' '));
        names = new NameIndex([.. Names(knowledge, pack)], pack.Rules, w => pack.CommonWords.Contains(w) || pack.Rules.IsEmptyWord(w));
        speller = new Speller(CountWords(pack, names, sentences), Acronyms(pack), names.Words);
        phrases = pack.Synonyms.Keys
            .Select(w => Utterance.Parse(w).Tokens.Select(t => t.Text).ToArray())
            .Where(w => w.Length > 1)
            .GroupBy(w => w[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToImmutableArray());
    }

    /// <summary>Annotates what a user wrote, or a part of it.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="tokens">The tokens of the part.</param>
    public AnnotatedUtterance Annotate(string text, IReadOnlyList<Token> tokens)
    {
        var written = IsShouted(tokens) ? [.. tokens.Select(t => t with { IsAcronym = false, IsCapitalized = false })] : tokens;
        // What is a whole name as it stands is spelled rightly.
        var whole = names.FindExact(written).FindAll(m => m.Count > 1);
        return Mask(text, speller.Correct(written, i => whole.Exists(m => m.First <= i && i < m.End)));
    }

    /// <summary>Masks a sentence of the knowledge, in which slots stand as masks already and nothing is misspelled.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="isLiteral">Whether names stay as they are.</param>
    public ImmutableArray<string> MaskSentence(IReadOnlyList<Token> tokens, bool isLiteral)
    {
        var expanded = Expand(tokens);
        List<Mention> mentions = isLiteral ? [] : names.FindExact(expanded);
        AddTimes(string.Join(' ', tokens.Select(t => t.Text)), tokens, expanded, mentions);
        return Words(expanded, mentions);
    }

    /// <summary>The tokens of a sentence of the knowledge, with the names in it.</summary>
    public (List<Token> Tokens, List<Mention> Mentions) FindExact(IReadOnlyList<Token> tokens)
    {
        var expanded = Expand(tokens);
        return (expanded, names.FindExact(expanded));
    }

    private AnnotatedUtterance Mask(string text, IReadOnlyList<Token> written)
    {
        var tokens = Expand(written);
        var mentions = names.Find(tokens);
        mentions = mentions.ConvertAll(m => Numbered(m, tokens, mentions));
        var present = AddTimes(text, written, tokens, mentions);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!mentions.Exists(m => m.First <= i && i < m.End) && Nameless(tokens, i, mentions) is { } mention)
            {
                mentions.Add(mention);
            }
        }

        mentions.Sort((a, b) => a.First.CompareTo(b.First));
        var strange = tokens.Where((t, i) => t.Text[0] != MaskedTokens.Mark && !speller.Knows(t.Text) && !mentions.Exists(m => m.First <= i && i < m.End));
        return new AnnotatedUtterance([.. tokens], [.. mentions], Words(tokens, mentions), present.ToFrozenSet(), [.. strange]);
    }

    /// <summary>
    /// Adds the times of a text; "now" and "today" ask for what holds, and are no times to look up. "Tomorrow" is when somebody
    /// needs the answer: nothing is known of it.
    /// </summary>
    /// <returns>The places of tokens that say "now".</returns>
    private List<int> AddTimes(string text, IReadOnlyList<Token> written, List<Token> tokens, List<Mention> mentions)
    {
        var present = new List<int>();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().Date);
        foreach (var time in times.Read(text, written, today))
        {
            var (start, end) = (written[time.First].Start, written[time.First + time.Count - 1].Start);
            var (first, last) = (tokens.FindIndex(t => t.Start == start), tokens.FindLastIndex(t => t.Start == end));
            var isNow = time.Start == today && time.End == today;
            var isAhead = time.Start > today && time.End < today.AddDays(DaysAhead);
            if (isNow && first >= 0)
            {
                present.AddRange(Enumerable.Range(first, Math.Max(last - first + 1, 0)));
            }
            else if (!isAhead && first >= 0 && last >= first && !mentions.Exists(m => m.First <= last && first < m.End))
            {
                mentions.Add(new Mention(first, last - first + 1, [new EntityRef(EntityTypes.Time, text[start..Math.Min(text.Length, end + written[time.First + time.Count - 1].Length)])], 1, new Period(time.Start, time.End)));
            }
        }

        mentions.Sort((a, b) => a.First.CompareTo(b.First));
        return present;
    }

    /// <summary>The tokens with short forms ("what's") in full.</summary>
    private List<Token> Expand(IReadOnlyList<Token> tokens)
    {
        var expanded = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (i + 1 < tokens.Count && contractions.TryGetValue(token.Text + " " + tokens[i + 1].Text, out var full))
            {
                i++;
                expanded.AddRange(full.Select(w => token with { Text = w, Length = tokens[i].Start + tokens[i].Length - token.Start }));
            }
            else if (contractions.TryGetValue(token.Text, out full))
            {
                expanded.AddRange(full.Select(w => token with { Text = w }));
            }
            else
            {
                expanded.Add(token);
            }
        }

        return expanded;
    }

    /// <summary>Mentions that no name tells: capitals that are no word, and names of unknown offices.</summary>
    private Mention? Nameless(List<Token> tokens, int i, List<Mention> mentions)
    {
        var token = tokens[i];
        return token.IsAcronym && token.Text.Length >= 3 && !speller.Knows(token.Text)
            ? new Mention(i, 1, [new EntityRef(EntityTypes.Unknown, token.Text)], 1)
            : UnknownOffice(tokens, i, mentions);
    }

    /// <summary>"UNAVEM V" is none of the missions of that name, if it is not one of those that have a number.</summary>
    private static Mention Numbered(Mention mention, List<Token> tokens, List<Mention> mentions) =>
        mention.End < tokens.Count && tokens[mention.End] is { IsCapitalized: true } number && IsRomanNumber(number.Text) && !mentions.Exists(m => m.First == mention.End)
            ? mention with { Count = mention.Count + 1, Meanings = [new EntityRef(EntityTypes.Unknown, number.Text)] }
            : mention;

    /// <summary>From two on: "I" is a word as well.</summary>
    private static bool IsRomanNumber(string word) => word != "i" && word.Length <= 4 && word.All(c => c is 'i' or 'v' or 'x');

    /// <summary>"Office of Space Security", "Animal Affairs Division": a type's noun in a row of capitalized words that are no known name.</summary>
    private Mention? UnknownOffice(List<Token> tokens, int first, List<Mention> mentions)
    {
        var (end, capitals, hasNoun) = (first, 0, false);
        for (var i = first; i < tokens.Count && !mentions.Exists(m => m.First <= i && i < m.End); i++)
        {
            if (tokens[i].IsCapitalized && !rules.IsEmptyWord(tokens[i].Text))
            {
                (end, capitals, hasNoun) = (i + 1, capitals + 1, hasNoun || rules.TypeNouns.ContainsKey(tokens[i].Text));
            }
            else if (i == first || !rules.IsEmptyWord(tokens[i].Text))
            {
                break;
            }
        }

        return hasNoun && capitals >= 2
            ? new Mention(first, end - first, [new EntityRef(EntityTypes.Unknown, string.Join(' ', tokens.Skip(first).Take(end - first).Select(t => t.Text)))], 1)
            : null;
    }

    private ImmutableArray<string> Words(List<Token> tokens, List<Mention> mentions)
    {
        var words = ImmutableArray.CreateBuilder<string>(tokens.Count);
        var next = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (next < mentions.Count && mentions[next].First == i)
            {
                words.Add(MaskedTokens.For(mentions[next].Meanings[0].Type));
                i = mentions[next++].End - 1;
            }
            else if (PhraseAt(tokens, i) is { } phrase)
            {
                words.Add(string.Join(' ', phrase));
                i += phrase.Length - 1;
            }
            else if (!rules.Ignorable.Contains(tokens[i].Text) || !IsName(i + 1))
            {
                words.Add(tokens[i].Text);
            }
        }

        return words.ToImmutable();

        // Some say "the UNMIK", some say "UNMIK".
        bool IsName(int i) => i < tokens.Count && (tokens[i].Text[0] == MaskedTokens.Mark || (next < mentions.Count && mentions[next].First == i));
    }

    /// <summary>A synonym of several words ("in charge") that starts here.</summary>
    private string[]? PhraseAt(IReadOnlyList<Token> tokens, int first)
    {
        if (!phrases.TryGetValue(tokens[first].Text, out var candidates))
        {
            return null;
        }

        foreach (var phrase in candidates)
        {
            var length = 1;
            while (length < phrase.Length && first + length < tokens.Count && tokens[first + length].Text == phrase[length])
            {
                length++;
            }

            if (length == phrase.Length)
            {
                return phrase;
            }
        }

        return null;
    }

    /// <summary>Whether capitals mean nothing, because everything is in capitals.</summary>
    private static bool IsShouted(IReadOnlyList<Token> tokens) => tokens.Count > 2 && tokens.Count(t => t.IsAcronym) * 3 > tokens.Count * 2;

    private static IEnumerable<(string Name, EntityRef Entity)> Names(KnowledgeBase knowledge, LanguagePack pack)
    {
        foreach (var (id, wording) in pack.Subjects.Where(s => !pack.Topics.ContainsKey(s.Key)))
        {
            var entity = new EntityRef(knowledge.Subjects[id].Type, id);
            foreach (var name in wording.Aliases.Append(wording.Name).Append(wording.Acronym).Append(wording.Phrase).OfType<string>())
            {
                yield return (name, entity);
            }
        }

        foreach (var (alias, name) in pack.Outside)
        {
            yield return (alias, new EntityRef(EntityTypes.Outside, name));
        }
    }

    private static IEnumerable<string> Acronyms(LanguagePack pack) => pack.Subjects.Values
        .SelectMany(s => s.Aliases.Append(s.Acronym).OfType<string>())
        .Concat(pack.Outside.Keys)
        .SelectMany(n => Utterance.Parse(n).Tokens)
        .Where(t => t.IsAcronym)
        .Select(t => t.Text);

    private static Dictionary<string, int> CountWords(LanguagePack pack, NameIndex names, IEnumerable<string> sentences)
    {
        var counts = pack.CommonWords.ToDictionary(w => w, _ => 0);
        foreach (var word in names.Words.Concat(pack.Synonyms.Keys.Concat(pack.Rules.TypeNouns.Keys).Concat(pack.Rules.Interrogatives).Concat(pack.Rules.TimeConjunctions).Concat(pack.Rules.Digits.Keys).Concat(pack.Rules.Sets.Words).SelectMany(k => Utterance.Parse(k).Tokens).Select(t => t.Text)))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        foreach (var word in sentences)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }
}
