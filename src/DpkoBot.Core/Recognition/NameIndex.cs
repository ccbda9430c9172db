using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;
using FuzzySharp;

namespace DpkoBot.Core.Recognition;

/// <summary>Something that a name can mean.</summary>
/// <param name="Type">A subject's type, or one of the types in <see cref="EntityTypes"/>.</param>
/// <param name="Id">Which one.</param>
public readonly record struct EntityRef(string Type, string Id);

/// <summary>Types of mentions that are not subjects.</summary>
public static class EntityTypes
{
    /// <summary>The name of something of which the knowledge says nothing, such as another organization.</summary>
    public const string Outside = "outside";

    /// <summary>A word in capitals that is no known name.</summary>
    public const string Unknown = "unknown";

    /// <summary>A time, such as a year.</summary>
    public const string Time = SentenceTemplate.TimeSlot;
}

/// <summary>A name found among an utterance's tokens.</summary>
/// <param name="First">The first token.</param>
/// <param name="Count">How many tokens.</param>
/// <param name="Meanings">What it can mean; several where a name is shared.</param>
/// <param name="Score">From 0 to 1: 1 where it is the name to the letter.</param>
/// <param name="Time">Which time it is, if it is one.</param>
internal sealed record Mention(int First, int Count, ImmutableArray<EntityRef> Meanings, double Score, Period? Time = null)
{
    public int End => First + Count;

    public bool Overlaps(Mention other) => First < other.End && other.First < End;
}

/// <summary>Finds names among tokens: to the letter, or nearly so with FuzzySharp among the few that share words with them.</summary>
internal sealed class NameIndex
{
    private const int FuzzyCandidates = 12;
    private const int MinFuzzyScore = 86;
    /// <summary>A preposition that stands in one of so many names may stand in any.</summary>
    private const int RareLink = 200;
    private readonly FrozenDictionary<string, ImmutableArray<EntityRef>> byName;
    private readonly FrozenDictionary<string, ImmutableArray<int>> byWord;
    private readonly ImmutableArray<(string Words, string Sorted, int Count)> longNames;
    private readonly FrozenSet<string> capitalsOnly;
    private readonly LanguageRules rules;
    private readonly FrozenSet<string> linkWords;
    private readonly FrozenDictionary<EntityRef, FrozenSet<string>> ownWords;
    private readonly int longest;

    /// <param name="names">The names, with what they mean.</param>
    /// <param name="rules">The language's small words.</param>
    /// <param name="isOrdinary">Whether a word also is an ordinary one: an acronym that reads like it ("WHO") is a name in capitals only.</param>
    public NameIndex(IReadOnlyCollection<(string Name, EntityRef Entity)> names, LanguageRules rules, Func<string, bool> isOrdinary)
    {
        this.rules = rules;
        var toTheLetter = new HashSet<string>();
        var collected = new SortedDictionary<string, List<EntityRef>>(StringComparer.Ordinal);
        foreach (var (name, entity) in names)
        {
            var tokens = Utterance.Parse(name).Tokens;
            var key = Key(tokens.Select(t => rules.Digits.GetValueOrDefault(t.Text, t.Text)));
            if (tokens.Any(t => t.IsAcronym && rules.Function.Contains(t.Text)))
            {
                // What "US" adds to a name cannot be told from the word "us".
                toTheLetter.Add(key);
            }

            if (key.Length > 0 && (collected.TryGetValue(key, out var list) ? list : collected[key] = []) is var entities && !entities.Contains(entity))
            {
                entities.Add(entity);
            }
        }

        byName = collected.ToFrozenDictionary(n => n.Key, n => n.Value.ToImmutableArray());
        capitalsOnly = names
            .Where(n => n.Entity.Type == EntityTypes.Outside)
            .SelectMany(n => Utterance.Parse(n.Name).Tokens)
            .Where(t => t.IsAcronym && isOrdinary(t.Text))
            .Select(t => t.Text)
            .ToFrozenSet();
        linkWords = byName.Keys.SelectMany(k => k.Split(' ').Distinct()).Where(rules.Function.Contains).GroupBy(w => w).Where(w => w.Count() * RareLink >= byName.Count).Select(w => w.Key).Concat(rules.Ignorable).Concat(rules.Conjunctions).ToFrozenSet();
        ownWords = collected
            .SelectMany(n => n.Value.SelectMany(e => ContentWords(n.Key).Where(w => !isOrdinary(w)).Select(w => (Entity: e, Word: w))))
            .GroupBy(w => w.Entity, w => w.Word)
            .ToFrozenDictionary(g => g.Key, g => g.ToFrozenSet());
        longest = byName.Keys.Select(WordCount).DefaultIfEmpty().Max();
        // Longer names are also found with their words in another order, or with one missing.
        longNames = [.. collected.Keys.Where(k => !toTheLetter.Contains(k)).Select(k => (k, Sort(k), ContentWords(k).Count())).Where(n => n.Item3 >= 2)];
        byWord = longNames
            .SelectMany((n, i) => ContentWords(n.Words).Distinct().Select(w => (Word: w, Index: i)))
            .GroupBy(w => w.Word)
            .ToFrozenDictionary(g => g.Key, g => g.Select(w => w.Index).ToImmutableArray());
    }

    /// <summary>All words of all names.</summary>
    public IEnumerable<string> Words => byName.Keys.SelectMany(k => k.Split(' ')).Distinct();

    /// <summary>The mentions, from left to right, none overlapping another; longer ones win.</summary>
    public List<Mention> Find(IReadOnlyList<Token> tokens)
    {
        var chosen = Choose(ExactMentions(tokens).Concat(FindFuzzy(tokens)));
        for (var i = 0; i < chosen.Count; i++)
        {
            chosen[i] = Widened(chosen[i], tokens, i == 0 ? 0 : chosen[i - 1].End, i + 1 < chosen.Count ? chosen[i + 1].First : tokens.Count);
        }

        return chosen;
    }

    /// <summary>The mentions of names as they are written.</summary>
    public List<Mention> FindExact(IReadOnlyList<Token> tokens) => Choose(ExactMentions(tokens));

    private IEnumerable<Mention> ExactMentions(IReadOnlyList<Token> tokens)
    {
        for (var first = 0; first < tokens.Count; first++)
        {
            if (!rules.Ignorable.Contains(tokens[first].Text) && LongestAt(tokens, first) is { } mention)
            {
                yield return mention;
            }
        }
    }

    private static List<Mention> Choose(IEnumerable<Mention> found)
    {
        var chosen = new List<Mention>();
        foreach (var mention in found.OrderByDescending(m => m.Score < 1 ? (m.Count - 1) * m.Score : m.Count).ThenBy(m => m.First))
        {
            if (!chosen.Exists(mention.Overlaps))
            {
                chosen.Add(mention);
            }
        }

        chosen.Sort((a, b) => a.First.CompareTo(b.First));
        return chosen;
    }

    /// <summary>A mention with the words beside it that are its names' own: "Butros Boutros Gali" is one name.</summary>
    private Mention Widened(Mention mention, IReadOnlyList<Token> tokens, int from, int to)
    {
        if (mention.Meanings is not [var entity] || !ownWords.TryGetValue(entity, out var words))
        {
            return mention;
        }

        var (first, end) = (mention.First, mention.End);
        while (first > from && words.Contains(tokens[first - 1].Text))
        {
            first--;
        }

        while (end < to && words.Contains(tokens[end].Text))
        {
            end++;
        }

        return mention with { First = first, Count = end - first };
    }

    private Mention? LongestAt(IReadOnlyList<Token> tokens, int first)
    {
        Mention? best = null;
        var key = "";
        var words = 0;
        for (var end = first; end < tokens.Count && words < longest; end++)
        {
            if (rules.Ignorable.Contains(tokens[end].Text))
            {
                continue;
            }

            key = words == 0 ? tokens[end].Text : key + " " + tokens[end].Text;
            words++;
            if (byName.TryGetValue(key, out var meanings) && (words > 1 || tokens[end].IsAcronym || !capitalsOnly.Contains(key)))
            {
                best = new Mention(first, end - first + 1, meanings, 1);
            }
        }

        return best;
    }

    private IEnumerable<Mention> FindFuzzy(IReadOnlyList<Token> tokens)
    {
        var shared = new Dictionary<int, int>();
        foreach (var word in tokens.Select(t => t.Text).Distinct())
        {
            foreach (var index in byWord.TryGetValue(word, out var list) ? list : [])
            {
                shared[index] = shared.GetValueOrDefault(index) + 1;
            }
        }

        var candidates = shared
            .Where(s => s.Value >= 2 && (s.Value >= longNames[s.Key].Count || (longNames[s.Key].Count >= 4 && s.Value == longNames[s.Key].Count - 1 && IsTold(s.Key, tokens))))
            .OrderByDescending(s => (double)s.Value / longNames[s.Key].Count).ThenBy(s => s.Key)
            .Take(FuzzyCandidates);
        foreach (var (index, _) in candidates)
        {
            if (BestWindow(tokens, longNames[index]) is { } mention)
            {
                yield return mention;
            }
        }
    }

    /// <summary>Whether the words of a name that are there belong to no other: "UN peacekeeping operations" is no name for "active UN peacekeeping operations".</summary>
    private bool IsTold(int name, IReadOnlyList<Token> tokens)
    {
        var present = ContentWords(longNames[name].Words).Where(w => tokens.Any(t => t.Text == w)).ToList();
        var meant = byName[longNames[name].Words];
        return present.Select(w => byWord[w].AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).All(n => byName[longNames[n].Words].SequenceEqual(meant));
    }

    private Mention? BestWindow(IReadOnlyList<Token> tokens, (string Words, string Sorted, int Count) name)
    {
        Mention? best = null;
        var nameWords = ContentWords(name.Words).ToHashSet();
        for (var first = 0; first < tokens.Count; first++)
        {
            // A mention starts and ends with words of the name, and holds nothing else but the likes of "of" and "the".
            if (!nameWords.Contains(tokens[first].Text))
            {
                continue;
            }

            for (var end = first + 1; end < tokens.Count && end - first <= name.Count + 4; end++)
            {
                if (!nameWords.Contains(tokens[end].Text))
                {
                    if (linkWords.Contains(tokens[end].Text))
                    {
                        continue;
                    }

                    break;
                }

                var window = Sort(Key(tokens.Skip(first).Take(end - first + 1).Select(t => t.Text)));
                var score = Fuzz.Ratio(window, name.Sorted);
                if (score >= MinFuzzyScore && score / 100.0 > (best?.Score ?? 0))
                {
                    best = new Mention(first, end - first + 1, byName[name.Words], score / 100.0);
                }
            }
        }

        return best;
    }

    private string Key(IEnumerable<string> words) => string.Join(' ', words.Where(w => !rules.Ignorable.Contains(w)));

    private IEnumerable<string> ContentWords(string key) => key.Split(' ').Where(w => !rules.Function.Contains(w));

    private static string Sort(string key) => string.Join(' ', key.Split(' ').Order(StringComparer.Ordinal));

    private static int WordCount(string key) => key.AsSpan().Count(' ') + 1;
}
