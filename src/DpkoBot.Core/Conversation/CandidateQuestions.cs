using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>An utterance with all that its meaning depends on.</summary>
/// <param name="Utterance">The utterance.</param>
/// <param name="Reading">The set that it speaks of.</param>
/// <param name="State">What is remembered.</param>
/// <param name="Leans">Whether it leans on the turn before.</param>
/// <param name="Time">The time that it names.</param>
internal sealed record Context(AnnotatedUtterance Utterance, SetReading? Reading, ConversationState State, bool Leans, Period? Time);

/// <summary>What an utterance can be asking for.</summary>
/// <param name="Intent">The intent: a property or a topic.</param>
/// <param name="Property">The property.</param>
/// <param name="Resolution">Of which subjects.</param>
/// <param name="Question">Both together.</param>
/// <param name="Score">How likely it is.</param>
/// <param name="ExpectsName">Whether it needs a name and the utterance has none.</param>
internal sealed record CandidateQuestion(string Intent, Property Property, Resolution Resolution, Question Question, double Score, bool ExpectsName);

/// <summary>Makes questions of the likeliest intents.</summary>
internal sealed class CandidateQuestions(KnowledgeBase knowledge, LanguagePack pack, IntentRecognizer recognizer, SubjectResolver resolver, QuestionTime times)
{
    /// <summary>How many intents are worth resolving.</summary>
    private const int MaxIntents = 4;

    private const double LooseWeight = 0.2;
    /// <summary>What has the very words of a sentence comes before all else.</summary>
    private const double ExactScore = 1.5;
    private const double DescribedWeight = 0.1;
    private const double MissingWeight = 0.3;

    /// <summary>The questions, the likeliest first.</summary>
    /// <param name="ranked">The intents.</param>
    /// <param name="context">The utterance.</param>
    /// <param name="exact">The intent that has the utterance's very words.</param>
    public List<CandidateQuestion> From(ImmutableArray<ScoredIntent> ranked, Context context, string? exact)
    {
        var candidates = new List<CandidateQuestion>();
        foreach (var intent in ranked.Where((r, place) => place < MaxIntents || r.Id == exact).Select(i => i.Id == exact ? i with { Score = ExactScore } : i))
        {
            if (intent.Id == TrainingSet.None && intent == ranked[0] && exact is null)
            {
                break;
            }

            if (Candidate(intent, context) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        // What can be answered comes before what is known to be missing, if it is about as likely.
        return [.. candidates.OrderByDescending(c => c.Score - (c.Resolution.Kind is ResolutionKind.Missing || times.IsMissing(c) ? MissingWeight : 0))];
    }

    private CandidateQuestion? Candidate(ScoredIntent intent, Context context)
    {
        if (pack.Topics.ContainsKey(intent.Id))
        {
            var topic = knowledge.Ontology.Properties.Values.First(p => p.Kind is PropertyKind.Topic);
            var known = new Resolution(ResolutionKind.Known, [intent.Id]);
            return new CandidateQuestion(intent.Id, topic, known, new Question(topic.Id, known.Subjects, topic.ByYear ? context.Time : null), intent.Score, ExpectsName: false);
        }

        if (!knowledge.Ontology.Properties.TryGetValue(intent.Id, out var property) || resolver.Resolve(property, context) is not { Kind: not ResolutionKind.Unfit } resolution)
        {
            return null;
        }

        var isNamed = context.Utterance.Mentions.Any(m => knowledge.Subjects.ContainsKey(m.Meanings[0].Id));
        var question = new Question(property.Id, resolution.Subjects, context.Time, Scope(property, resolution.Subjects, context.Utterance));
        if (question.Scope is { } scope && !resolution.Subjects.Any(s => knowledge.Subjects[s].Of(property.Id).Any(f => f.Scope == scope)))
        {
            resolution = resolution with { Kind = ResolutionKind.Missing, With = [scope] };
        }

        // What leans on the turn before is hardly about something that was not spoken of.
        var loose = context.Leans && !context.State.Focus.IsEmpty && resolution.Kind is ResolutionKind.Open ? LooseWeight : 0;
        return new CandidateQuestion(intent.Id, property, resolution, question, intent.Score + times.Agreement(property, resolution, context.Time) - loose - (resolution.IsDescribed ? DescribedWeight : 0), property.Of.Length > 1 && !isNamed);
    }

    /// <summary>Whether an intent can be meant: what a topic says of one mission is not said of another that is named.</summary>
    public bool IsPossible(string intent, AnnotatedUtterance utterance)
    {
        if (!recognizer.TopicSubjects.TryGetValue(intent, out var about))
        {
            return true;
        }

        var named = utterance.Mentions
            .Select(m => knowledge.Subjects.GetValueOrDefault(m.Meanings[0].Id))
            .OfType<Subject>()
            .Where(s => !knowledge.Ontology.General.Contains(s.Id))
            .ToList();
        if (named.Exists(s => about.Values.Any(a => a.Contains(s.Id)) && knowledge.Ontology.Distinct.Contains(s.Type)))
        {
            return true;
        }

        return !named.Exists(s => knowledge.Ontology.Distinct.Contains(s.Type)
            ? about.ContainsKey(s.Type) || !knowledge.Ontology.Properties.Values.Any(p => p.Contains && p.Of.Contains(s.Type))
            : about.TryGetValue(s.Type, out var ofType) && !ofType.Contains(s.Id));
    }

    /// <summary>In what somebody came before or after another: "as Secretary-General".</summary>
    private string? Scope(Property property, ImmutableArray<string> subjects, AnnotatedUtterance utterance)
    {
        var relation = knowledge.Ontology.Properties.Values.FirstOrDefault(p => p.Before == property.Id || p.After == property.Id);
        return relation is null || !subjects.Any(s => relation.Targets.Contains(knowledge.Subjects[s].Type)) ? null : utterance.Mentions
            .SelectMany(m => m.Meanings)
            .Select(m => knowledge.Subjects.GetValueOrDefault(m.Id))
            .OfType<Subject>()
            .SelectMany(s => knowledge.StandsFor(s).Prepend(s))
            .FirstOrDefault(s => relation.Of.Contains(s.Type) && s.Has(relation.Id))?.Id;
    }
}
