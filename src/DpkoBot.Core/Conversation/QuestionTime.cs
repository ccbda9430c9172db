using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>What a time in a question means for it.</summary>
internal sealed class QuestionTime(KnowledgeBase knowledge, TopicTimes topics)
{
    /// <summary>What a fitting time is worth in the score, and an unfitting one costs.</summary>
    private const double Weight = 0.1;

    /// <summary>The time that an utterance names.</summary>
    public static Period? Of(AnnotatedUtterance utterance) => utterance.Mentions.FirstOrDefault(m => m.Time is not null)?.Time;

    /// <summary>A time goes with what changes with time, and hardly with what did not hold then.</summary>
    public double Agreement(Property property, Resolution resolution, Period? time) =>
        time is null ? 0
        : property.AnyTime ? 0
        : property.ByYear || property.Kind is PropertyKind.Status ? Weight
        : resolution.Subjects.SelectMany(s => knowledge.Subjects[s].Of(property.Id)).All(f => Held(f, time.Value)) ? 0
        : -Weight;

    /// <summary>A time in a question asks for what held then, which the knowledge may not know.</summary>
    public Understanding Apply(RecognizerResult recognition, Question question, Property property)
    {
        if (question.Time is { } asked && property is { AnyTime: true, Kind: PropertyKind.Text } && question.Subjects.Any(s => Lifetime.Of(knowledge.Subjects[s], knowledge) is { From: not null } life && !life.Overlaps(asked)))
        {
            return new Understanding.Missing(recognition, question);
        }

        if (question.Time is { } other && property.Kind is PropertyKind.Topic && !Holds(question, property, other) && IsAnotherTime(question.Subjects[0], property, other))
        {
            return new Understanding.Missing(recognition, question);
        }

        if (question.Time is not { } time || property.Kind is PropertyKind.Status || property.AnyTime || (property.Kind is PropertyKind.Topic && !Holds(question, property, time)))
        {
            return new Understanding.Asked(recognition, property.Kind is PropertyKind.Status ? question : question with { Time = null });
        }

        // A date is told whatever time was named: it puts that right.
        var facts = question.Subjects.SelectMany(s => knowledge.Subjects[s].Of(property.Id)).ToList();
        if (property.ByYear && !facts.Exists(f => Held(f, time)) && Earlier(question, property, time) is { } earlier)
        {
            return new Understanding.Asked(recognition, question with { Subjects = [earlier] });
        }

        return property.Kind is PropertyKind.Date || (property.ByYear ? facts.Exists(f => Held(f, time)) : facts.TrueForAll(f => Held(f, time)))
            ? new Understanding.Asked(recognition, question with { Time = property.ByYear ? time : null })
            : new Understanding.Missing(recognition, question);
    }

    /// <summary>A written answer tells of the times that it names, and of what is later than itself as the last that is known.</summary>
    private bool IsAnotherTime(string topic, Property property, Period time) =>
        time is { Start: not null, End: { } end } && !topics.Tell(topic, time)
        && knowledge.Subjects[topic].Of(property.Id).All(f => end < f.AsOf.Start.Earliest);

    /// <summary>Who headed the department before there was one: what came before it may tell.</summary>
    private string? Earlier(Question question, Property property, Period time) => question.Subjects
        .SelectMany(s => knowledge.Subjects[s].Facts)
        .Where(f => knowledge.Ontology.Properties[f.Property].LeadsBack)
        .Select(f => f.Value)
        .OfType<FactValue.Subject>()
        .Select(v => knowledge.Subjects[v.Id])
        .FirstOrDefault(s => s.Of(property.Id).Any(f => Held(f, time)))?.Id;

    /// <summary>Whether a question cannot be answered for the time that it names.</summary>
    public bool IsMissing(CandidateQuestion candidate) => Apply(RecognizerResult.None, candidate.Question, candidate.Property) is Understanding.Missing;

    private bool Holds(Question question, Property property, Period time) =>
        question.Subjects.SelectMany(s => knowledge.Subjects[s].Of(property.Id)).Any(f => Held(f, time));

    private bool Held(Fact fact, Period time) => fact.Value is FactValue.Date date
        ? time.Touches(date.Value)
        : fact.HoldsIn(time) && (fact.Until is not null || time.End is null || Beginning(fact.Subject) is not { } beginning || beginning.Earliest <= time.End);

    /// <summary>Before a subject (or else the default one) was there, nothing held of it.</summary>
    private PartialDate? Beginning(string subject) => new[] { subject, knowledge.Ontology.DefaultSubject }
        .Select(s => Lifetime.Of(knowledge.Subjects[s], knowledge).From)
        .FirstOrDefault(d => d is not null);
}
