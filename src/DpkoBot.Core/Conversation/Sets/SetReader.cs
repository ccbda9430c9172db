using System.Collections.Immutable;
using System.Globalization;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation.Sets;

/// <summary>Reads sets from utterances: "how many missions began in Africa in the 1990s", "the two oldest that still run", "French heads".</summary>
internal sealed class SetReader
{
    /// <summary>How many are named of those that "the first missions" asks for.</summary>
    private const int SomeOfMany = 3;

    private readonly KnowledgeBase knowledge;
    private readonly LanguageRules rules;
    private readonly SetMembers members;
    private readonly PhraseTable<Word> words;
    private readonly PhraseTable<string> presence;

    public SetReader(KnowledgeBase knowledge, LanguageRules rules, SetMembers members)
    {
        this.knowledge = knowledge;
        this.rules = rules;
        this.members = members;
        var sets = rules.Sets;
        presence = new PhraseTable<string>(sets.Presence.Select(p => (p.Key, p.Value)));
        words = new PhraseTable<Word>(
        [
            .. sets.Cues.Select(c => (c.Key, new Word(WordKind.Cue, c.Value))),
            .. sets.Relations.Select(r => (r.Key, new Word(WordKind.Relation, r.Value, sets.Plurals.Contains(r.Key)))),
            .. sets.Verbs.Select(v => (v.Key, new Word(WordKind.Verb, v.Value))),
            .. sets.Marks.Select(m => (m.Key, new Word(WordKind.Mark, m.Value))),
            .. sets.Collectives.Select(c => (c.Key, new Word(WordKind.Collective, c.Value, IsPlural: true))),
            .. rules.TypeNouns.Select(n => (n.Key, new Word(WordKind.Type, n.Value, sets.Plurals.Contains(n.Key)))),
        ]);
    }

    /// <summary>The set that words such as "blue helmets" and a place describe together; it is not asked for.</summary>
    private SetReading? Presence(AnnotatedUtterance utterance, Found found)
    {
        for (var i = 0; i < utterance.Tokens.Length; i++)
        {
            if (presence.At(utterance.Tokens, i) is not { Value: var type })
            {
                continue;
            }

            var narrowing = new SetNarrowing(knowledge, rules, members, new SubjectSet { Type = type }, []);
            foreach (var mention in found.Mentions)
            {
                narrowing.Add(mention);
            }

            return narrowing.IsNarrowing ? new SetReading(narrowing.Set, IsListing: false, AsksForAll: false, found.Has("list"), found.Unexplained, narrowing.Unused) : null;
        }

        return null;
    }

    /// <summary>The set of a type that an utterance narrows without its noun: "the one in Kosovo".</summary>
    public SetReading? Narrowed(AnnotatedUtterance utterance, string type)
    {
        var found = Find(utterance);
        var narrowing = new SetNarrowing(knowledge, rules, members, new SubjectSet { Type = type }, found.Marks);
        foreach (var mention in found.Mentions)
        {
            narrowing.Add(mention);
        }

        return narrowing is { IsNarrowing: true, NamesMember: false } ? new SetReading(narrowing.Set, IsListing: false, AsksForAll: false, AsksWhich: false, found.Unexplained, narrowing.Unused) : null;
    }

    /// <summary>The set that an utterance speaks of; null where it speaks of none.</summary>
    /// <param name="utterance">The utterance.</param>
    /// <param name="last">The set that was asked for last, which "how many of them" narrows.</param>
    public SetReading? Read(AnnotatedUtterance utterance, SubjectSet? last)
    {
        var found = Find(utterance);
        var start = Noun(found, utterance) ?? (Continues(found) ? last : null);
        if (start is null)
        {
            return Presence(utterance, found);
        }

        var narrowing = new SetNarrowing(knowledge, rules, members, start, found.Marks);
        foreach (var mention in found.Mentions)
        {
            narrowing.Add(mention);
        }

        // After "missions in Haiti", "tell me about MINUSTAH" asks for that one; "which mission came first, UNTSO or UNMOGIP" compares the two.
        var isNoun = !ReferenceEquals(start, last);
        if (narrowing.NamedMembers > 1 || (!isNoun && narrowing.NamesMember))
        {
            return null;
        }

        var set = Timed(narrowing.Set with { Order = Order(found), Take = Math.Max(found.Number ?? (found.IsPlural ? SomeOfMany : 1), 1), IsCount = found.Has("count") }, narrowing, found);
        set = set with { Active = Activity(found, set, isTimed: narrowing.Time is not null) };
        var asksForAll = isNoun && start.Relation is null && found.Words.Exists(w => w.Word.Kind is WordKind.Collective);
        var asksForMembers = found.Has("list") || found.IsPlural || !utterance.FreeTokens.Any(t => rules.Interrogatives.Contains(t.Text)) || !isNoun;
        var isListing = !found.Has("manner") && (asksForAll || set.IsCount || set.Order is not SetOrder.None || (asksForMembers && IsOfMembers()));
        return new SetReading(set, isListing, asksForAll, found.Has("list"), found.Unexplained + found.SpareNouns(start, knowledge.Subjects[knowledge.Ontology.DefaultSubject].Type), narrowing.Unused);

        bool IsOfMembers() => set.Relation is null ? narrowing.IsNarrowing || set.Active is not null || !set.Times.IsEmpty || !isNoun : found.IsPlural || !narrowing.Set.Filters.IsEmpty || !isNoun;
    }

    private Found Find(AnnotatedUtterance utterance)
    {
        var found = new Found();
        for (var i = 0; i < utterance.Tokens.Length;)
        {
            if (utterance.Mentions.FirstOrDefault(m => m.First == i) is { } mention)
            {
                found.Mentions.Add(mention);
                i = Math.Max(mention.End, i + 1);
            }
            else if (words.At(utterance.Tokens, i) is { } word)
            {
                // In "who heads it", "heads" is a verb.
                var isVerb = i > 0 && rules.TypeInterrogatives.ContainsKey(utterance.Tokens[i - 1].Text);
                found.Words.Add((word.Value with { IsPlural = word.Value.IsPlural && !isVerb }, i));
                i += word.Length;
            }
            else
            {
                found.Number ??= NumberOf(utterance.Tokens[i].Text);
                found.Unexplained += NumberOf(utterance.Tokens[i].Text) is null && !IsEmpty(utterance.Tokens[i].Text) ? 1 : 0;
                i++;
            }
        }

        return found;
    }

    /// <summary>What the set consists of, before anything narrows it.</summary>
    private SubjectSet? Noun(Found found, AnnotatedUtterance utterance)
    {
        var relation = found.Words.Find(w => w.Word.Kind is WordKind.Relation).Word
            ?? (found.Words.Exists(w => w.Word.Kind is WordKind.Type && rules.TypePronouns.Values.Contains(w.Word.Value)) ? found.Words.Find(w => w.Word.Kind is WordKind.Verb).Word : null);
        if (relation is not null)
        {
            return Holders(relation.Value, found);
        }

        if (found.Words.Find(w => w.Word.Kind is WordKind.Type && rules.Sets.Labels.ContainsKey(w.Word.Value)).Word is { } type)
        {
            found.IsPlural = type.IsPlural;
            return new SubjectSet { Type = type.Value };
        }

        if (found.Words.Find(w => w.Word.Kind is WordKind.Collective).Word is { } collective)
        {
            return new SubjectSet { Type = collective.Value, IsDated = true };
        }

        return found.Has("first") || found.Has("last") || found.Has("count") || found.Has("list") ? Post(found, utterance) : null;
    }

    /// <summary>"The first Under-Secretary-General" is one of those who headed the department.</summary>
    private SubjectSet? Post(Found found, AnnotatedUtterance utterance)
    {
        foreach (var mention in utterance.Mentions)
        {
            if (knowledge.Subjects.GetValueOrDefault(mention.Meanings[0].Id) is { } post && IsPost(post) && knowledge.StandsFor(post).FirstOrDefault() is { } owner
                && rules.Sets.Relations.Values.Distinct().FirstOrDefault(r => owner.Has(r)) is { } relation)
            {
                found.Mentions.Remove(mention);
                found.IsPlural = false;
                return new SubjectSet { Relation = relation, Owner = owner.Id };
            }
        }

        return null;
    }

    /// <summary>Whether a subject stands for one other alone, as a post does, and not for several, as an area of work can.</summary>
    private bool IsPost(Subject subject) => subject.Facts.Any(f => knowledge.Ontology.Properties[f.Property] is { StandsFor: true, Many: false });

    private SubjectSet? Holders(string relation, Found found)
    {
        var property = knowledge.Ontology.Properties[relation];
        found.IsPlural = found.Words.Exists(w => w.Word is { Kind: WordKind.Relation, IsPlural: true });
        foreach (var mention in found.Mentions)
        {
            if (knowledge.Subjects.GetValueOrDefault(mention.Meanings[0].Id) is { } subject && property.Of.Contains(subject.Type))
            {
                found.Mentions.Remove(mention);
                return subject.Has(relation) ? new SubjectSet { Relation = relation, Owner = subject.Id } : null;
            }
        }

        return new SubjectSet { Relation = relation, Owner = knowledge.Ontology.DefaultSubject };
    }

    /// <summary>Whether an utterance without a noun speaks of the set that was asked for last: "how many of them ended before 2000?"</summary>
    private static bool Continues(Found found) =>
        found.Has("them") || ((found.Has("count") || found.Has("first") || found.Has("last") || found.Has("longest") || found.Has("shortest")) && found.Unexplained == 0)
        || (found.Unexplained == 0 && found.Mentions.Count > 0 && found.Words.TrueForAll(w => w.Word.Kind is WordKind.Cue or WordKind.Mark));

    private static SetOrder Order(Found found) =>
        found.Has("longest") ? SetOrder.Longest
        : found.Has("shortest") ? SetOrder.Shortest
        : found.Has("first") ? SetOrder.First
        : found.Has("last") ? SetOrder.Last
        : SetOrder.None;

    private static SubjectSet Timed(SubjectSet set, SetNarrowing narrowing, Found found)
    {
        if (narrowing.Time is not { } time)
        {
            return set with { ByEnd = set.Order is not SetOrder.None && found.Has("end") };
        }

        var aspect = found.Words
            .Where(w => w.Word is { Kind: WordKind.Cue, Value: "begin" or "end" or "active" })
            .OrderBy(w => Math.Abs(w.Position - time.First))
            .Select(w => w.Word.Value)
            .FirstOrDefault();
        var added = new SetTime(narrowing.Period!.Value, aspect switch { "begin" => TimeAspect.Begin, "end" => TimeAspect.End, _ => TimeAspect.During });
        return set with { Times = [.. set.Times.Where(t => t.Aspect != added.Aspect), added] };
    }

    private static bool? Activity(Found found, SubjectSet set, bool isTimed) =>
        // "Which still run that began before 1980": the time says when they began.
        isTimed ? (found.Has("active") && set.Times.Any(t => t.Aspect is not TimeAspect.During) ? true : null)
        : found.Has("active") ? true
        : found.Has("over") || (found.Has("end") && set.Order is not (SetOrder.First or SetOrder.Last)) ? false
        : set.Active;

    private bool IsEmpty(string word) => rules.IsEmptyWord(word) || rules.Interrogatives.Contains(word);

    private int? NumberOf(string word)
    {
        if (word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var index = rules.Numbers.IndexOf(word);
        return index > 0 ? index : null;
    }

    private enum WordKind
    {
        Cue,
        Relation,
        Verb,
        Mark,
        Collective,
        Type,
    }

    private sealed record Word(WordKind Kind, string Value, bool IsPlural = false);

    /// <summary>What there is in an utterance that can belong to a set.</summary>
    private sealed class Found
    {
        public List<(Word Word, int Position)> Words { get; } = [];

        public List<Mention> Mentions { get; } = [];

        public int? Number { get; set; }

        public int Unexplained { get; set; }

        public bool IsPlural { get; set; }

        public IEnumerable<string> Marks => Words.Where(w => w.Word.Kind is WordKind.Mark).Select(w => w.Word.Value);

        public bool Has(string cue) => Words.Exists(w => w.Word.Kind is WordKind.Cue && w.Word.Value == cue);

        /// <summary>Nouns that are not the set's: "resolutions on missions" asks for no missions. "The department" is what everything is about.</summary>
        public int SpareNouns(SubjectSet set, string general) => Words.Where(w => w.Word.Kind is WordKind.Type && w.Word.Value != set.Type && w.Word.Value != general && set.Relation is null).Select(w => w.Word.Value).Distinct().Count();
    }
}
