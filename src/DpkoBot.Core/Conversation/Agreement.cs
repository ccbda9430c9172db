using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>How well intents go with what an utterance is about: whether that has the property, or cannot have it.</summary>
internal sealed class Agreement(
    KnowledgeBase knowledge, LanguagePack pack, IntentRecognizer recognizer, SubjectResolver resolver, (List<Subject> Subjects, double Weight) spoken, bool asksWho)
{
    /// <summary>"Who" hardly asks for a date or a number.</summary>
    private const double WhoWeight = 0.8;

    /// <summary>What names say for "not to be answered": hardly anything.</summary>
    private const double NoneWeight = 0.3;

    private const double StandInAgreement = 0.7;

    /// <summary>Whether a subject is named on purpose: not a place, which may only be where the asker comes from, nor a general word.</summary>
    private bool IsPointed(Subject subject) =>
        !knowledge.Ontology.General.Contains(subject.Id) && !knowledge.StandsFor(subject).Any()
        && !knowledge.Ontology.Properties.Values.Any(p => p.Contains && p.Of.Contains(subject.Type));

    /// <summary>"Who was Secretary-General then" names the post of somebody that is asked for.</summary>
    private bool NamesHolders(Subject post, Property property) => !property.Targets.IsEmpty && knowledge.StandsFor(post)
        .Any(owner => owner.Facts.Any(f => knowledge.Ontology.Properties[f.Property] is { ByYear: true } held && held.Targets.Intersect(property.Targets).Any()));

    /// <summary>From -1 (cannot be asked of it) to 1 (can be answered of it).</summary>
    public double Of(string intent) =>
        OfSubjects(intent) - (asksWho && knowledge.Ontology.Properties.GetValueOrDefault(intent)?.Kind is PropertyKind.Date or PropertyKind.Status or PropertyKind.Number ? WhoWeight : 0);

    private double OfSubjects(string intent)
    {
        if (spoken.Subjects.Count == 0)
        {
            return 0;
        }

        if (recognizer.TopicSubjects.TryGetValue(intent, out var topic))
        {
            return spoken.Subjects.Exists(s => s.Id == intent || topic.Values.Any(t => t.Contains(s.Id))) ? spoken.Weight
                : spoken.Subjects.Exists(s => topic.ContainsKey(s.Type)) ? -spoken.Weight
                : spoken.Subjects.Exists(IsPointed) ? -spoken.Weight / 2
                : 0;
        }

        if (!knowledge.Ontology.Properties.TryGetValue(intent, out var property))
        {
            return intent == TrainingSet.None || pack.Conversation[intent].Refuses ? spoken.Weight * NoneWeight : 0;
        }

        return spoken.Weight * (
            spoken.Subjects.Exists(s => knowledge.Has(s, property)) ? 1
            : spoken.Subjects.Exists(s => resolver.StandIns(s, property).Any()) ? StandInAgreement
            : spoken.Subjects.TrueForAll(s => knowledge.Ontology.General.Contains(s.Id)) || property.Kind is PropertyKind.Recall || spoken.Subjects.Exists(s => property.Targets.Contains(s.Type) || NamesHolders(s, property)) ? 0
            : -1);
    }
}
