using System.Collections.Immutable;
using System.Globalization;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Finds out what tokens mean in their conversation.</summary>
internal sealed class Interpreter(KnowledgeBase knowledge, LanguagePack pack, IntentRecognizer recognizer)
{
    /// <summary>Below this score the bot stays silent: see docs/recognition.md for what it was measured to mean.</summary>
    private const double Accept = 0.5;

    /// <summary>Two questions whose scores lie nearer than this are both possible.</summary>
    private const double CloseMargin = 0.06;

    /// <summary>How far a question must lie before "not to be answered", in log odds.</summary>
    private const double MinLead = 0.6;

    /// <summary>What a year in the question is worth in the score.</summary>
    private const double YearWeight = 0.1;

    /// <summary>How many intents are worth resolving.</summary>
    private const int Candidates = 4;

    private readonly SubjectResolver resolver = new(knowledge, pack.Rules, recognizer);

    /// <summary>Interprets a message or a part of one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="tokens">The part.</param>
    /// <param name="state">What is remembered.</param>
    public Understanding Read(Utterance message, IReadOnlyList<Token> tokens, ConversationState state)
    {
        var utterance = recognizer.Annotate(tokens);
        var leans = Leans(utterance);
        var agreement = new Agreement(knowledge, pack, resolver, Spoken(utterance, state, leans));
        var ranked = recognizer.Rank(utterance.Words, pack.Rules.IsEmptyWord, intent => agreement.Of(intent));
        var recognition = Describe(utterance, ranked);
        if (pack.Conversation.TryGetValue(ranked[0].Id, out var said) && ranked[0].Score >= Accept)
        {
            return new Understanding.Said(recognition, said);
        }

        if (Elliptical(utterance, state) is { } elliptical)
        {
            return new Understanding.Asked(recognition with { Intent = elliptical.Property }, elliptical);
        }

        var candidates = Resolve(utterance, ranked, state, leans);
        var name = UnknownName(message, utterance)
            ?? (candidates.Count > 0 && candidates[0].Score >= Accept / 2 ? StrangeName(message, utterance, candidates[0]) : null);
        if (name is not null)
        {
            return new Understanding.UnknownName(recognition, name);
        }

        if (candidates.Count == 0 || candidates[0].Score < Accept || Calibration.Lead(candidates[0].Score, ranked.First(i => i.Id == TrainingSet.None).Score) < MinLead)
        {
            return new Understanding.NotUnderstood(recognition, Near(candidates), leans);
        }

        return Decide(recognition with { Intent = candidates[0].Property.Id, Score = Math.Clamp(candidates[0].Score, 0, 1) }, candidates, Year(utterance), state);
    }

    private Understanding Decide(RecognizerResult recognition, List<Candidate> candidates, int? year, ConversationState state)
    {
        var best = candidates[0];
        var question = ToQuestion(best, year);
        if (best.Property.Kind is PropertyKind.Recall)
        {
            return Recall(recognition, state);
        }

        switch (best.Resolution.Kind)
        {
            case ResolutionKind.Open:
                return new Understanding.Ambiguous(recognition, [.. best.Resolution.Subjects.Select(s => new Question(best.Property.Id, [s], year))]);
            case ResolutionKind.Missing:
                return new Understanding.Missing(recognition, question);
        }

        var rivals = candidates.Where(c => c.Resolution.Kind is ResolutionKind.Known && c.Property.Kind is not PropertyKind.Recall && c.Score > best.Score - CloseMargin && c.Score >= Accept && best.Score < 0.85).ToList();
        return rivals.Count > 1
            ? new Understanding.Ambiguous(recognition, [.. rivals.Select(c => ToQuestion(c, year))])
            : AtTime(recognition, question, best.Property);
    }

    /// <summary>What the utterance is about: the subjects it names, or those it leans on, which count for half.</summary>
    private (List<Subject> Subjects, double Weight) Spoken(AnnotatedUtterance utterance, ConversationState state, bool leans)
    {
        var named = utterance.Mentions.SelectMany(m => m.Meanings).Select(m => knowledge.Subjects.GetValueOrDefault(m.Id)).OfType<Subject>().ToList();
        return named.Count > 0 || !leans ? (named, 1) : ([.. state.Focus.Take(1).Select(f => knowledge.Subjects[f])], 0.5);
    }

    /// <summary>A year in a question asks for what held then, which the knowledge may not know.</summary>
    private Understanding AtTime(RecognizerResult recognition, Question question, Property property)
    {
        if (question.Year is not { } year)
        {
            return new Understanding.Asked(recognition, question);
        }

        var facts = question.Subjects.SelectMany(s => knowledge.Subjects[s].Of(property.Id)).ToList();
        return (property.ByYear ? facts.Exists(f => HoldsIn(f, year)) : facts.TrueForAll(f => HoldsIn(f, year)))
            ? new Understanding.Asked(recognition, question with { Year = property.ByYear ? year : null })
            : new Understanding.Missing(recognition, question);
    }

    private bool HoldsIn(Fact fact, int year) => fact.Value is FactValue.Date date
        ? date.Value.Year == year
        : fact.HoldsIn(year) && (fact.Until is not null || year >= Beginning(fact.Subject));

    /// <summary>Before a subject (or else the default one) was there, nothing held of it.</summary>
    private int Beginning(string subject) => new[] { subject, knowledge.Ontology.DefaultSubject }
        .SelectMany(s => knowledge.Subjects[s].Facts)
        .Select(f => f.Value)
        .OfType<FactValue.Date>()
        .Select(d => d.Value.Year)
        .FirstOrDefault();

    private Understanding Recall(RecognizerResult recognition, ConversationState state)
    {
        if (state.LastProperty is not { } last || state.Focus.IsEmpty)
        {
            return new Understanding.NotUnderstood(recognition, [], Leans: true);
        }

        var subject = knowledge.Subjects[state.Focus[0]];
        var property = knowledge.Ontology.Properties[last].TellsTime && SubjectResolver.Has(subject, knowledge.Ontology.Properties[last])
            ? last
            : subject.Facts.FirstOrDefault(f => f.Value is FactValue.Date)?.Property;
        return property is null
            ? new Understanding.Missing(recognition, new Question(recognition.Intent!, [subject.Id]))
            : new Understanding.Asked(recognition, new Question(property, [subject.Id]));
    }

    /// <summary>"And the military one?" asks what was asked last, of another subject.</summary>
    private Question? Elliptical(AnnotatedUtterance utterance, ConversationState state)
    {
        if (state.LastProperty is not { } last || utterance.Mentions.IsEmpty || !Leans(utterance)
            || !utterance.Words.All(w => w[0] == MaskedTokens.Mark || pack.Rules.IsEmptyWord(w)))
        {
            return null;
        }

        foreach (var property in new[] { knowledge.Ontology.Properties[last] }.Concat(knowledge.Ontology.Properties.Values.Where(p => p.Kind is PropertyKind.Composite)))
        {
            var resolution = resolver.Resolve(property, utterance, state with { Focus = [] }, leans: false);
            if (resolution.Kind is ResolutionKind.Known)
            {
                return new Question(property.Id, resolution.Subjects);
            }
        }

        return null;
    }

    private List<Candidate> Resolve(AnnotatedUtterance utterance, ImmutableArray<ScoredIntent> ranked, ConversationState state, bool leans)
    {
        var candidates = new List<Candidate>();
        foreach (var intent in ranked.Take(Candidates))
        {
            if (intent.Id == TrainingSet.None && intent == ranked[0])
            {
                break;
            }

            if (knowledge.Ontology.Properties.TryGetValue(intent.Id, out var property))
            {
                var resolution = resolver.Resolve(property, utterance, state, leans);
                if (resolution.Kind is not ResolutionKind.Unfit)
                {
                    candidates.Add(new Candidate(property, resolution, intent.Score + YearAgreement(property, resolution, Year(utterance)), utterance.Mentions.Any(m => knowledge.Subjects.ContainsKey(m.Meanings[0].Id))));
                }
            }
        }

        return [.. candidates.OrderByDescending(c => c.Score)];
    }

    /// <summary>A year goes with what changes by the year, and hardly with what did not hold in it.</summary>
    private double YearAgreement(Property property, Resolution resolution, int? year) =>
        year is null ? 0
        : property.ByYear ? YearWeight
        : resolution.Subjects.SelectMany(s => knowledge.Subjects[s].Of(property.Id)).All(f => HoldsIn(f, year.Value)) ? 0
        : -YearWeight;

    /// <summary>Questions near to what was not understood, to be offered instead of an answer.</summary>
    private static ImmutableArray<Question> Near(List<Candidate> candidates) =>
        [.. candidates.Where(c => c.Resolution.Kind is ResolutionKind.Known).Take(3).Select(c => new Question(c.Property.Id, [c.Resolution.Subjects[0]]))];

    private bool Leans(AnnotatedUtterance utterance) =>
        utterance.Words.Length > 0
        && (pack.Rules.Conjunctions.Contains(utterance.Words[0])
            || utterance.Words.Any(w => pack.Rules.Leaning.Contains(w) || pack.Rules.TypePronouns.ContainsKey(w))
            || utterance.Words.Count(w => !pack.Rules.IsEmptyWord(w)) <= 2);

    private static Question ToQuestion(Candidate candidate, int? year) => new(candidate.Property.Id, candidate.Resolution.Subjects, year);

    /// <summary>The name of something that the knowledge is known not to hold, or that cannot be anything else than a name.</summary>
    private static string? UnknownName(Utterance message, AnnotatedUtterance utterance)
    {
        // The last of several: "the Secretary-General of NATO" asks about NATO.
        foreach (var mention in utterance.Mentions.Reverse())
        {
            switch (mention.Meanings[0].Type)
            {
                case EntityTypes.Outside:
                    return mention.Meanings[0].Id;
                case EntityTypes.Unknown:
                    return Written(message, utterance.Tokens[mention.First], utterance.Tokens[mention.End - 1]);
            }
        }

        return null;
    }

    /// <summary>"Explain Pythagoras": a word that is unknown where a name is expected.</summary>
    private static string? StrangeName(Utterance message, AnnotatedUtterance utterance, Candidate candidate)
    {
        var strange = utterance.Strange;
        var name = strange.FirstOrDefault(t =>
            (t.IsCapitalized && t.Length > 2 && t.Start > utterance.Tokens[0].Start) || (candidate.Property.Of.Length > 1 && !candidate.IsNamed));
        if (name.Text is not null)
        {
            return Written(message, name, name);
        }

        // "herve ladsous": two words side by side that nobody knows are somebody's name.
        var pair = strange.Zip(strange.Skip(1)).FirstOrDefault(p => p.Second.Start == p.First.Start + p.First.Length + 1);
        return pair.First.Text is null ? null : Written(message, pair.First, pair.Second);
    }

    private static string Written(Utterance message, Token first, Token last) => message.Text[first.Start..(last.Start + last.Length)];

    private static int? Year(AnnotatedUtterance utterance) => utterance.Mentions
        .SelectMany(m => m.Meanings)
        .Where(m => m.Type == EntityTypes.Year)
        .Select(m => (int?)int.Parse(m.Id, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private static RecognizerResult Describe(AnnotatedUtterance utterance, ImmutableArray<ScoredIntent> ranked) => new()
    {
        Intent = ranked[0].Id,
        Score = ranked[0].Score,
        RunnerUp = ranked[1].Id,
        Margin = ranked[0].Score - ranked[1].Score,
        Words = utterance.Words,
        Entities = [.. utterance.Mentions.Select(m => ToEntity(m, utterance.Tokens))],
    };

    private static RecognizedEntity ToEntity(Mention mention, ImmutableArray<Token> tokens)
    {
        var (first, last) = (tokens[mention.First], tokens[mention.End - 1]);
        return new RecognizedEntity(
            mention.Meanings[0].Type,
            mention.Meanings[0].Id,
            string.Join(' ', tokens.Skip(mention.First).Take(mention.Count).Select(t => t.Text)),
            first.Start,
            last.Start + last.Length - first.Start,
            mention.Score);
    }

    private sealed record Candidate(Property Property, Resolution Resolution, double Score, bool IsNamed);
}
