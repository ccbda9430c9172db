using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>Which subject an utterance describes instead of naming it, if that is clear enough.</summary>
internal sealed class DescribedSubjects(KnowledgeBase knowledge, LanguageRules rules, IntentRecognizer recognizer)
{
    // Both measured on the questions in tests/DpkoBot.Tests/utterances: see docs/recognition.md.
    private const double Likely = 0.38;
    private const double Certain = 0.50;
    private const double BeyondDoubt = 0.86;
    private const double Alone = 0.6;
    private const double FarLead = 1.5;

    /// <summary>Of what is described nearly as well, that is meant which has something for the very time that is named.</summary>
    private const double Near = 0.75;

    /// <summary>How much of a description must be said where nothing else tells what is meant.</summary>
    private const double MinPhrase = 0.5;
    private const double ClearPhrase = 0.7;

    /// <summary>How far the best must lie before the next.</summary>
    private const double Lead = 1.08;

    /// <summary>The subject with a property that is described, where no name tells it.</summary>
    /// <param name="property">The property.</param>
    /// <param name="context">The utterance.</param>
    /// <param name="certainly">Whether it must be clearer than usual, because something else can be meant.</param>
    public string? With(Property property, Context context, bool certainly)
    {
        // "The news of the mission in Mali" does not ask what that is.
        if (property.TellsWhat && context.Reading is { Set.Filters.IsEmpty: false, Unexplained: > 0 })
        {
            return null;
        }

        var wanted = WantedType(context.Utterance, property);
        var named = context.Utterance.Mentions
            .Select(m => knowledge.Subjects.GetValueOrDefault(m.Meanings[0].Id))
            .Any(s => s is not null && !knowledge.Ontology.General.Contains(s.Id) && property.Of.Contains(s.Type) && (wanted is null || s.Type == wanted));
        // "The structure of the department" is that of the department, whatever else it describes.
        var theDefault = knowledge.Subjects[knowledge.Ontology.DefaultSubject];
        if (context.Utterance.FreeTokens.Any(t => rules.TypeNouns.GetValueOrDefault(t.Text) == theDefault.Type))
        {
            return null;
        }

        var hasDefault = knowledge.Has(knowledge.Subjects[knowledge.Ontology.DefaultSubject], property);
        return named ? null : Best(context, hasDefault || certainly ? Certain : Likely, s => property.Of.Contains(s.Type) && knowledge.Has(s, property) && (wanted is null || s.Type == wanted));
    }

    /// <summary>Whether a named subject can be what is asked about: "the mission south of Morocco, what is it called" does not ask for Morocco.</summary>
    public bool CanBeMeant(Subject subject, Property property, AnnotatedUtterance utterance) =>
        !(property.Kind is PropertyKind.Name && knowledge.Ontology.Properties.Values.Any(p => p.Contains && p.Of.Contains(subject.Type)))
        && (!(property.TellsWhat || property.Kind is PropertyKind.Name) || NounType(utterance) is not { } noun || noun == subject.Type
        || !property.Of.Contains(noun) || subject.Id == knowledge.Ontology.DefaultSubject || knowledge.Ontology.General.Contains(subject.Id));

    /// <summary>Which of several that go with the names in an utterance it describes.</summary>
    public string? Among(IEnumerable<string> subjects, Context context) => Best(context, Likely, s => subjects.Contains(s.Id));

    /// <summary>The subject that is described so well that what is asked of it hardly matters: "which mission was it that ...".</summary>
    /// <param name="context">The utterance.</param>
    /// <param name="isDoubtful">Whether the rest of it speaks against any answer.</param>
    public string? Asked(Context context, bool isDoubtful)
    {
        var wanted = NounType(context.Utterance);
        var asks = wanted is not null || context.Utterance.Tokens.Any(t => rules.Interrogatives.Contains(t.Text));
        // Where a place is named, a list of all that it can be is better than a guess.
        var leastPhrase = context.Reading is { AsksWhich: true, Set.Filters.IsEmpty: false } ? ClearPhrase : MinPhrase;
        var asksWho = context.Utterance.FreeTokens.Any(t => rules.TypeInterrogatives.ContainsKey(t.Text));
        leastPhrase = asksWho || context.Reading is { Set.Filters.IsEmpty: false } ? ClearPhrase : leastPhrase;
        return asks ? Best(context, isDoubtful ? BeyondDoubt : Certain, s => wanted is null || s.Type == wanted, leastPhrase) : null;
    }

    private string? Best(Context context, double least, Func<Subject, bool> fits, double leastPhrase = 0)
    {
        var found = recognizer.Describe(context.Utterance, (id, _) => knowledge.Subjects[id] is var subject && fits(subject) && WasThere(subject, context.Time) && GoesWith(subject, context.Utterance));
        if (context.Time is { } time && found.FindIndex(f => f.Score >= Near * found[0].Score && knowledge.Subjects[f.Subject].Facts.Any(fact => fact.From is { } from && fact.Until == from && Period.Of(from) == time)) is > 0 and var exact)
        {
            return found[exact].Score >= least ? found[exact].Subject : null;
        }

        return found.Count > 0 && found[0].Score >= least && (found[0].Phrase >= leastPhrase || IsAlone(found)) && (found.Count == 1 || found[0].Score >= Lead * found[1].Score) ? found[0].Subject : null;
    }

    /// <summary>Whether nothing else comes near the likeliest, however little of a description is said.</summary>
    private static bool IsAlone(List<Described> found) => found[0].Score >= Alone && (found.Count == 1 || found[0].Score >= FarLead * found[1].Score);

    /// <summary>What else is named must go with the subject: "the strength of UNOMIL" is not the strength of all.</summary>
    private bool GoesWith(Subject subject, AnnotatedUtterance utterance) => utterance.Mentions
        .SelectMany(m => m.Meanings)
        .Select(m => knowledge.Subjects.GetValueOrDefault(m.Id))
        .OfType<Subject>()
        .Where(s => !knowledge.Ontology.General.Contains(s.Id) && !knowledge.StandsFor(s).Any())
        .All(s => s.Id == subject.Id || recognizer.Knows(subject.Id, s.Id));

    /// <summary>A time in a description is one in which the subject was there, or hardly before or after.</summary>
    private bool WasThere(Subject subject, Period? time)
    {
        var life = Lifetime.Of(subject, knowledge);
        if (time is not { } named)
        {
            return true;
        }

        var period = new Period(named.Start?.AddYears(-1), named.End?.AddYears(1));
        var terms = subject.Facts.Where(f => f.Value is FactValue.Subject && f is { From: not null, Scope: null }).ToList();
        return life.From is { } from ? period.Overlaps(from.Earliest, life.Until?.Latest) : terms.Count == 0 ? !IsPerson(subject) : terms.Exists(f => f.HoldsIn(period));
    }

    private bool IsPerson(Subject subject) => rules.TypePronouns.Values.Contains(subject.Type);

    /// <summary>The type that a noun or a question word asks for, if the property goes with it.</summary>
    private string? WantedType(AnnotatedUtterance utterance, Property property) =>
        NounType(utterance) is { } noun && property.Of.Contains(noun) && !property.Targets.Contains(noun) ? noun
        : utterance.Tokens.Select(t => rules.TypeInterrogatives.GetValueOrDefault(t.Text)).FirstOrDefault(t => t is not null && property.TellsWhat && property.Of.Contains(t));

    private string? NounType(AnnotatedUtterance utterance) => utterance.FreeTokens
        .Select(t => rules.TypeNouns.GetValueOrDefault(t.Text))
        .FirstOrDefault(t => t is not null && t != knowledge.Subjects[knowledge.Ontology.DefaultSubject].Type);
}
