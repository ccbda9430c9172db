using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Finds out what tokens mean in their conversation.</summary>
internal sealed class Interpreter
{
    /// <summary>Below this score the bot stays silent: see docs/recognition.md for what it was measured to mean.</summary>
    private const double Accept = 0.62;

    /// <summary>Two questions whose scores lie nearer than this are both possible.</summary>
    private const double CloseMargin = 0.06;

    /// <summary>From this score on a question is clear enough to be answered, whatever comes next.</summary>
    private const double Clear = 0.85;

    /// <summary>What the subject that an utterance leans on weighs, beside one that it names.</summary>
    private const double LeaningWeight = 0.8;

    /// <summary>A question with more words that say something else is not one for the missions in a place.</summary>
    private const int MaxUnexplained = 1;

    private const double SurelyNone = 0.9;

    /// <summary>How far a question must lie before "not to be answered", in log odds.</summary>
    private const double MinLead = 0.8;

    private readonly KnowledgeBase knowledge;
    private readonly LanguagePack pack;
    private readonly IntentRecognizer recognizer;
    private readonly SubjectResolver resolver;
    private readonly CandidateQuestions candidateQuestions;
    private readonly SetReader sets;
    private readonly DescribedSubjects descriptions;
    private readonly SetMembers members;
    private readonly QuestionTime times;
    private readonly TimeOfNames whiles;
    private readonly Ellipsis ellipsis;

    public Interpreter(KnowledgeBase knowledge, LanguagePack pack, IntentRecognizer recognizer)
    {
        this.knowledge = knowledge;
        this.pack = pack;
        this.recognizer = recognizer;
        members = new SetMembers(knowledge);
        sets = new SetReader(knowledge, pack.Rules, members);
        descriptions = new DescribedSubjects(knowledge, pack.Rules, recognizer);
        resolver = new SubjectResolver(knowledge, pack.Rules, recognizer, members, descriptions);
        times = new QuestionTime(knowledge, new TopicTimes(pack));
        whiles = new TimeOfNames(knowledge, pack.Rules);
        ellipsis = new Ellipsis(knowledge, pack, resolver, sets);
        candidateQuestions = new CandidateQuestions(knowledge, pack, recognizer, resolver, times);
    }

    /// <summary>Interprets a message or a part of one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="tokens">The part.</param>
    /// <param name="state">What is remembered.</param>
    public Understanding Read(Utterance message, IReadOnlyList<Token> tokens, ConversationState state)
    {
        var utterance = recognizer.Annotate(message.Text, tokens);
        var (time, clause) = whiles.Read(utterance);
        utterance = clause is null || recognizer.Exact(utterance) is not null ? utterance : recognizer.Annotate(message.Text, [.. tokens.TakeWhile(t => t.Start < clause)]);
        var leans = ellipsis.Leans(utterance);
        var reading = sets.Read(utterance, state.LastSet);
        var isBare = ellipsis.IsBare(utterance);
        if (isBare && state.LastProperty is null && state.LastSet is null && utterance.Mentions is [{ Time: not null }])
        {
            return new Understanding.NotUnderstood(RecognizerResult.None, [], leans);
        }

        var agreement = new Agreement(knowledge, pack, recognizer, resolver, Spoken(utterance, reading, state, leans), utterance.FreeTokens.Any(t => pack.Rules.TypeInterrogatives.ContainsKey(t.Text)));
        var ranked = recognizer.Rank(utterance.Words, pack.Rules.IsEmptyWord, intent => candidateQuestions.IsPossible(intent, utterance), intent => agreement.Of(intent));
        var exact = recognizer.Exact(utterance);
        var recognition = Recognitions.Describe(utterance, ranked) with { IsExact = exact is not null };
        if (ellipsis.Read(utterance, state) is { } elliptical)
        {
            return times.Apply(recognition with { Intent = elliptical.Property }, elliptical, knowledge.Ontology.Properties[elliptical.Property]);
        }

        if (pack.Conversation.TryGetValue(ranked[0].Id, out var said) && ranked[0].Score >= Accept && reading is not { IsListing: true, IsWhole: true, Set.IsNarrowed: true })
        {
            return new Understanding.Said(recognition, said);
        }

        if (isBare && !utterance.FreeTokens.Any(t => pack.Rules.Interrogatives.Contains(t.Text)) && Bare(recognition, utterance) is { } bare)
        {
            return bare;
        }

        var context = new Context(utterance, reading, state, leans, time);
        var candidates = candidateQuestions.From(ranked, context, exact);
        if (UnknownNames.In(message, utterance) is { } unknown && !IsInTopic(candidates, unknown) && !(reading is { Set.Filters.IsEmpty: false } && descriptions.Asked(context, isDoubtful: false) is not null))
        {
            return new Understanding.UnknownName(recognition, unknown);
        }

        if (reading is not null && AsksForSet(reading, candidates, exact) is { } asked)
        {
            return ForSet(recognition, asked);
        }

        if (candidates.Count > 0 && candidates[0].Score >= Accept / 2 && UnknownNames.Strange(message, utterance, candidates[0].ExpectsName) is { } strange)
        {
            return new Understanding.UnknownName(recognition, strange);
        }

        if (exact is null && candidates.Count > 0 && UnknownNames.Proper(message, utterance, pack.Rules, w => recognizer.Explains(candidates[0].Intent, w)) is { } proper)
        {
            return new Understanding.UnknownName(recognition, proper);
        }

        if (candidates.Count == 0 || candidates[0].Score < Accept || Calibration.Lead(candidates[0].Score, ranked.First(i => i.Id == TrainingSet.None).Score) < MinLead)
        {
            return Described(recognition, context, ranked)
                ?? (reading is { AsksWhich: true, Unused.IsEmpty: true, Set.Filters.IsEmpty: false, Unexplained: <= MaxUnexplained } && !members.Of(reading.Set).IsEmpty
                    ? ForSet(recognition, reading.Set with { IsCount = false })
                    : new Understanding.NotUnderstood(recognition, Near(candidates), leans));
        }

        var decided = Decide(recognition with { Intent = candidates[0].Intent, Score = Math.Clamp(candidates[0].Score, 0, 1) }, candidates, context);
        return GivesWay(decided, context) ? Described(recognition, context, ranked) ?? decided : decided;
    }

    /// <summary>
    /// Whether what is described may be meant instead: "which mission" asks for one, and what nothing of its kind has is missing of
    /// something that was named in passing rather than asked about.
    /// </summary>
    private bool GivesWay(Understanding decided, Context context) => decided switch
    {
        Understanding.Ambiguous => context.Reading is { AsksWhich: true },
        Understanding.Missing { Question: var question } => context.Reading is { AsksWhich: true }
            || !question.Subjects.Any(s => knowledge.Ontology.Properties[question.Property].Of.Contains(knowledge.Subjects[s].Type)),
        _ => false,
    };

    /// <summary>Whether a question is so clearly one that is not to be answered that it does not matter what it describes.</summary>
    private static bool IsSurelyNone(ScoredIntent best) => best.Id == TrainingSet.None && best.Score >= SurelyNone;

    /// <summary>"Somebody on Facebook says he is a peacekeeper" is a question to a topic that speaks of Facebook.</summary>
    private bool IsInTopic(List<CandidateQuestion> candidates, string name) =>
        candidates.Count > 0 && candidates[0].Score >= Accept && recognizer.TopicSubjects.TryGetValue(candidates[0].Intent, out var named)
        && named.TryGetValue(EntityTypes.Outside, out var outside) && outside.Contains(name);

    /// <summary>A name alone asks what it is.</summary>
    private Understanding? Bare(RecognizerResult recognition, AnnotatedUtterance utterance)
    {
        var named = utterance.Mentions.SelectMany(m => m.Meanings).Select(m => knowledge.Subjects.GetValueOrDefault(m.Id)).OfType<Subject>()
            .Where(s => !knowledge.Ontology.General.Contains(s.Id)).ToList();
        var meant = named.Where(s => named.Count == 1 || knowledge.Ontology.Distinct.Contains(s.Type)).Select(s => s.Type).Distinct().Count() == 1 ? named : [];
        var time = QuestionTime.Of(utterance);
        var property = meant.Count == 0 ? null : TellsWhat(meant[0]);
        return property is null || (time is not null && !property.ByYear)
            ? null
            : times.Apply(recognition with { Intent = property.Id }, new Question(property.Id, [.. meant.Where(s => knowledge.Has(s, property)).Take(3).Select(s => s.Id)], time), property);
    }

    private Property? TellsWhat(Subject subject) => knowledge.Ontology.Properties.Values
        .Where(p => p.TellsWhat && knowledge.Has(subject, p))
        .MinBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>What an utterance is about that describes something well and asks for nothing in particular.</summary>
    private Understanding.Asked? Described(RecognizerResult recognition, Context context, ImmutableArray<ScoredIntent> ranked)
    {
        // "The budget of the mission in Mali" hardly asks what that is.
        var isDoubtful = IsSurelyNone(ranked[0]) || context.Reading is { Set.Filters.IsEmpty: false, AsksWhich: false, Unexplained: > 0 };
        if ((context.Leans && !context.State.Focus.IsEmpty) || descriptions.Asked(context, isDoubtful) is not { } subject)
        {
            return null;
        }

        var property = TellsWhat(knowledge.Subjects[subject]);
        // How many there are of something is told only where a number is asked for.
        return property is null || (property.Kind is PropertyKind.Number && ranked.First(i => i.Id == property.Id).Score < Accept / 2)
            ? null
            : new Understanding.Asked(recognition with { Intent = property.Id }, new Question(property.Id, [subject]));
    }

    /// <summary>The set that is asked for, if a set is asked for and not something of its members.</summary>
    private static SubjectSet? AsksForSet(SetReading reading, List<CandidateQuestion> candidates, string? exact)
    {
        if (!reading.IsListing || !reading.IsWhole || (exact is not null && candidates.Exists(c => c.Intent == exact && c.Resolution.Kind is ResolutionKind.Known && c.Property.Kind is PropertyKind.Topic)))
        {
            return null;
        }

        // A topic on missions says nothing of those in a place.
        if (candidates.Count > 0 && candidates[0].Property.Kind is PropertyKind.Topic && reading is { AsksWhich: true, Set.Filters.IsEmpty: false })
        {
            return reading.Set;
        }

        // "How many offices does it have" narrows nothing: that is a property, if it is one.
        return reading.Set.IsNarrowed || reading.Set.Relation is not null || reading.AsksForAll || candidates.Count == 0 || candidates[0].Score < Accept
            || (reading.Set.IsCount && (candidates[0].Resolution.IsDescribed || candidates[0].Property.Kind is not (PropertyKind.Number or PropertyKind.Topic)))
            ? reading.Set
            : null;
    }

    private Understanding ForSet(RecognizerResult recognition, SubjectSet set)
    {
        var found = members.Of(set);
        // What is not dated has no first and no last.
        set = found.Any(m => m.Life.From is not null) ? set : set with { Order = SetOrder.None };
        return found.IsEmpty
            ? new Understanding.EmptySet(recognition, set)
            : new Understanding.AskedForSet(recognition with { Intent = $"{set.Relation ?? set.Type}/set", Score = 1 }, set, found);
    }

    private Understanding Decide(RecognizerResult recognition, List<CandidateQuestion> candidates, Context context)
    {
        var best = candidates[0];
        if (best.Property.Kind is PropertyKind.Recall)
        {
            return Recall(recognition, context.State);
        }

        switch (best.Resolution.Kind)
        {
            case ResolutionKind.Open:
                return new Understanding.Ambiguous(recognition, [.. best.Resolution.Subjects.Select(s => best.Question with { Subjects = [s] })]);
            case ResolutionKind.Missing:
                return new Understanding.Missing(recognition, best.Question, best.Resolution.With);
        }

        var rivals = candidates.Where(c => c.Resolution.Kind is ResolutionKind.Known && c.Property.Kind is not PropertyKind.Recall && c.Score > best.Score - CloseMargin && c.Score >= Accept && best.Score < Clear).ToList();
        // Of two questions about the same thing, one of which tells a bit of everything, the other is meant.
        rivals = rivals.FindAll(r => r.Property.Kind is not PropertyKind.Composite || r == best || !r.Resolution.Subjects.SequenceEqual(best.Resolution.Subjects));
        return rivals.Count > 1 && !(best.Property.Kind is PropertyKind.Composite && rivals.TrueForAll(r => r.Resolution.Subjects.SequenceEqual(best.Resolution.Subjects)))
            ? new Understanding.Ambiguous(recognition, [.. rivals.Select(c => c.Question)])
            : times.Apply(recognition, best.Question, best.Property);
    }

    /// <summary>What the utterance is about: the subjects it names or describes, or those it leans on, which count for half.</summary>
    private (List<Subject> Subjects, double Weight) Spoken(AnnotatedUtterance utterance, SetReading? reading, ConversationState state, bool leans)
    {
        var named = utterance.Mentions.SelectMany(m => m.Meanings).Select(m => knowledge.Subjects.GetValueOrDefault(m.Id)).OfType<Subject>().ToList();
        if (reading is { Set.Filters.IsEmpty: false })
        {
            named.AddRange(members.Of(SubjectResolver.Description(reading)).Select(m => m.Subject));
        }

        return named.Count > 0 || !leans ? (named, 1) : ([.. resolver.InFocus(utterance, state).Take(1)], LeaningWeight);
    }

    private Understanding Recall(RecognizerResult recognition, ConversationState state)
    {
        if (state.Focus.IsEmpty)
        {
            return new Understanding.NotUnderstood(recognition, [], Leans: true);
        }

        var subject = knowledge.Subjects[state.Focus[0]];
        var property = state.LastProperty is { } last && knowledge.Ontology.Properties[last] is { TellsTime: true } told && knowledge.Has(subject, told)
            ? last
            : subject.Facts.FirstOrDefault(f => knowledge.Ontology.Properties[f.Property] is { TellsTime: true } or { Kind: PropertyKind.Topic })?.Property;
        return property is null
            ? new Understanding.Missing(recognition, new Question(recognition.Intent!, [subject.Id]))
            : new Understanding.Asked(recognition, new Question(property, [subject.Id]));
    }

    /// <summary>Questions near to what was not understood, to be offered instead of an answer.</summary>
    private static ImmutableArray<Question> Near(List<CandidateQuestion> candidates) =>
        [.. candidates.Where(c => c.Resolution.Kind is ResolutionKind.Known).Take(3).Select(c => new Question(c.Property.Id, [c.Resolution.Subjects[0]]))];
}
