using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition;

/// <summary>A subject that words describe.</summary>
/// <param name="Subject">Its id.</param>
/// <param name="Score">From 0 to 1: how much of what is said it explains, and how much of a description of it is said.</param>
/// <param name="Phrase">From 0 to 1: the latter alone.</param>
internal readonly record struct Described(string Subject, double Score, double Phrase);

/// <summary>
/// Finds what is meant where no name is used: "the observers between the Israelis and the Syrians". Each subject is known by the
/// words of its names, its descriptions and its texts, and by the subjects that it is related to; rare words weigh more.
/// </summary>
internal sealed class DescriptionIndex
{
    private const float TextWeight = 0.5f;
    private const float RelationWeight = 0.9f;

    /// <summary>Of longer words the beginning is compared: "observed" is near to "observers".</summary>
    private const int StemLength = 6;

    /// <summary>What an ordinary word costs that no subject knows, beside the mean of those that one does.</summary>
    private const double OrdinaryWeight = 0.15;
    private const double StrangeWeight = 0.8;

    /// <summary>How much it counts that a description is said, beside how much of what is said is explained.</summary>
    private const double PhraseWeight = 0.45;

    private readonly LanguagePack pack;
    private readonly FrozenDictionary<string, string> groups;
    private readonly FrozenDictionary<string, (int Subject, float Weight)[]> postings;
    private readonly FrozenDictionary<string, double> rarity;
    private readonly ImmutableArray<(string Id, string Type, ImmutableArray<ImmutableArray<string>> Phrases)> subjects;
    private readonly double meanRarity;
    private readonly FrozenDictionary<string, int> indices;

    /// <param name="knowledge">The subjects.</param>
    /// <param name="pack">Their wording.</param>
    /// <param name="groups">The synonyms.</param>
    /// <param name="annotator">Finds the names in descriptions.</param>
    public DescriptionIndex(KnowledgeBase knowledge, LanguagePack pack, FrozenDictionary<string, string> groups, Annotator annotator)
    {
        this.pack = pack;
        this.groups = groups;
        var lists = new Dictionary<string, Dictionary<int, float>>();
        var all = ImmutableArray.CreateBuilder<(string, string, ImmutableArray<ImmutableArray<string>>)>();
        foreach (var (id, wording) in pack.Subjects.Where(s => !s.Value.Described.IsEmpty).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var phrases = wording.Described.Select(d => TermsOf(d, annotator)).ToImmutableArray();
            var names = wording.Aliases.Append(wording.Name).SelectMany(n => Words(n).Concat(NamedIn(n, annotator)));
            Add(lists, all.Count, phrases.SelectMany(p => p).Concat(names), 1);
            Add(lists, all.Count, wording.Texts.Values.SelectMany(t => TermsOf(t, annotator)), TextWeight);
            Add(lists, all.Count, knowledge.Subjects[id].Facts.Select(f => f.Value).OfType<FactValue.Subject>().Select(v => "@" + v.Id), RelationWeight);
            all.Add((id, knowledge.Subjects[id].Type, phrases));
        }

        subjects = all.ToImmutable();
        indices = subjects.Select((s, i) => (s.Id, Index: i)).ToFrozenDictionary(s => s.Id, s => s.Index);
        postings = lists.ToFrozenDictionary(l => l.Key, l => l.Value.Select(p => (p.Key, p.Value)).ToArray());
        rarity = postings.ToFrozenDictionary(p => p.Key, p => Math.Log((1.0 + subjects.Length) / p.Value.Length));
        meanRarity = rarity.Values.DefaultIfEmpty(1).Average();
    }

    /// <summary>The subjects that an utterance describes, the likeliest first.</summary>
    /// <param name="utterance">The utterance.</param>
    /// <param name="isCandidate">Whether a subject, by id and type, can be meant.</param>
    public List<Described> Find(AnnotatedUtterance utterance, Func<string, string, bool> isCandidate)
    {
        var terms = Terms(utterance.Tokens, utterance.Mentions, utterance.Present).Distinct().ToList();
        var total = terms.Sum(Weight);
        var scores = new Dictionary<int, (double Matched, int Count)>();
        foreach (var term in terms)
        {
            foreach (var (subject, weight) in postings.TryGetValue(term, out var list) ? list : [])
            {
                var (matched, count) = scores.GetValueOrDefault(subject);
                scores[subject] = (matched + (rarity[term] * weight), count + 1);
            }
        }

        return [.. scores
            .Where(s => s.Value.Count >= 2 && isCandidate(subjects[s.Key].Id, subjects[s.Key].Type))
            .Select(s => Score(s.Value.Matched / total, s.Key, terms))
            .OrderByDescending(d => d.Score).ThenBy(d => d.Subject, StringComparer.Ordinal)
            .Take(5)];
    }

    /// <summary>Whether what is known of a subject speaks of another one, or of something that lies in it.</summary>
    public bool Knows(string subject, string other) =>
        indices.TryGetValue(subject, out var index) && postings.TryGetValue("@" + other, out var list) && Array.Exists(list, p => p.Subject == index);

    private Described Score(double explained, int subject, List<string> terms)
    {
        var phrase = subjects[subject].Phrases.Select(p => p.Where(terms.Contains).Sum(Weight) / Math.Max(p.Sum(Weight), 1e-9)).DefaultIfEmpty().Max();
        return new Described(subjects[subject].Id, ((1 - PhraseWeight) * explained) + (PhraseWeight * phrase), phrase);
    }

    private double Weight(string term) =>
        rarity.TryGetValue(term, out var known) ? known : meanRarity * (term[0] == '~' || pack.CommonWords.Contains(term) ? OrdinaryWeight : StrangeWeight);

    private static void Add(Dictionary<string, Dictionary<int, float>> lists, int subject, IEnumerable<string> terms, float weight)
    {
        foreach (var term in terms)
        {
            var list = lists.TryGetValue(term, out var existing) ? existing : lists[term] = [];
            list[subject] = Math.Max(list.GetValueOrDefault(subject), weight);
        }
    }

    private ImmutableArray<string> TermsOf(string text, Annotator annotator)
    {
        var (tokens, mentions) = annotator.FindExact(Utterance.Parse(text).Tokens);
        return [.. Terms(tokens, mentions, []).Distinct()];
    }

    /// <summary>What single words of a name name by themselves: "MINUSMA deaths" is about MINUSMA.</summary>
    private static IEnumerable<string> NamedIn(string name, Annotator annotator) => Utterance.Parse(name).Tokens
        .Where(t => t.IsCapitalized)
        .SelectMany(t => annotator.FindExact([t]).Mentions)
        .SelectMany(m => m.Meanings)
        .Select(m => "@" + m.Id);

    private IEnumerable<string> Words(string name) => Terms(Utterance.Parse(name).Tokens, [], []);

    /// <summary>What names mean, and all other words that say something, by their synonyms or their beginning.</summary>
    private IEnumerable<string> Terms(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> mentions, FrozenSet<int> present)
    {
        for (var i = 0; i < tokens.Count;)
        {
            if (mentions.FirstOrDefault(m => m.First == i) is { } mention)
            {
                foreach (var meaning in mention.Meanings.Where(m => m.Type != EntityTypes.Time))
                {
                    yield return "@" + meaning.Id;
                }

                i = Math.Max(mention.End, i + 1);
                continue;
            }

            var word = tokens[i++].Text;
            if (!present.Contains(i - 1) && !pack.Rules.IsEmptyWord(word) && !pack.Rules.Interrogatives.Contains(word))
            {
                yield return groups.GetValueOrDefault(word) ?? (word.Length > StemLength ? word[..StemLength] : word);
            }
        }
    }
}
