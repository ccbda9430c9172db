using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>How well intents go with what an utterance is about: whether that has the property, or cannot have it.</summary>
internal sealed class Agreement(KnowledgeBase knowledge, LanguagePack pack, SubjectResolver resolver, (List<Subject> Subjects, double Weight) spoken)
{
    private const double StandInAgreement = 0.4;

    /// <summary>From -1 (cannot be asked of it) to 1 (can be answered of it).</summary>
    public double Of(string intent)
    {
        if (spoken.Subjects.Count == 0)
        {
            return 0;
        }

        if (!knowledge.Ontology.Properties.TryGetValue(intent, out var property))
        {
            return intent == TrainingSet.None || pack.Conversation[intent].Refuses ? spoken.Weight : 0;
        }

        return spoken.Weight * (
            spoken.Subjects.Exists(s => SubjectResolver.Has(s, property)) ? 1
            : spoken.Subjects.Exists(s => resolver.StandIns(s, property).Any()) ? StandInAgreement
            : property.Kind is PropertyKind.Recall || spoken.Subjects.Exists(s => property.Targets.Contains(s.Type)) ? 0
            : -1);
    }
}
