using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>Whether and for which subjects a property can be answered.</summary>
internal enum ResolutionKind
{
    /// <summary>The subjects have the property.</summary>
    Known,

    /// <summary>It is clear which subject is meant, and the knowledge does not have the property of it.</summary>
    Missing,

    /// <summary>It can be about any of the subjects.</summary>
    Open,

    /// <summary>The property does not go with what the utterance is about.</summary>
    Unfit,
}

/// <summary>The outcome of resolving a question's subjects.</summary>
internal readonly record struct Resolution(ResolutionKind Kind, ImmutableArray<string> Subjects)
{
    public static Resolution Unfit { get; } = new(ResolutionKind.Unfit, []);
}

/// <summary>Finds out which subjects a question is about: those it names, those it leans on, or the default one.</summary>
internal sealed class SubjectResolver(KnowledgeBase knowledge, LanguageRules rules, IntentRecognizer recognizer)
{
    private const int MaxOpen = 5;
    private const int MaxSubjects = 3;

    /// <summary>Resolves the subjects of a property.</summary>
    /// <param name="property">The property that is asked for.</param>
    /// <param name="utterance">The utterance.</param>
    /// <param name="state">What is remembered.</param>
    /// <param name="leans">Whether the utterance leans on the turn before.</param>
    public Resolution Resolve(Property property, AnnotatedUtterance utterance, ConversationState state, bool leans)
    {
        var mentioned = Mentioned(utterance);
        if (property.Kind is PropertyKind.Comparison)
        {
            return ResolveComparison(property, mentioned, state);
        }

        if (property.Kind is PropertyKind.Recall)
        {
            return state.Focus.IsEmpty ? Resolution.Unfit : new Resolution(ResolutionKind.Known, [state.Focus[0]]);
        }

        var fitting = mentioned.Where(s => property.Of.Contains(s.Type)).ToList();
        var standIns = mentioned.SelectMany(s => StandIns(s, property)).Distinct().ToList();
        if (!fitting.Exists(s => Has(s, property)) && standIns.Count > 0 && standIns.TrueForAll(s => Has(s, property)))
        {
            return new Resolution(ResolutionKind.Known, Ids(standIns));
        }

        if (fitting.Count > 0)
        {
            return ResolveMentioned(property, fitting);
        }

        var blocking = mentioned.Where(s => Blocks(s, property)).ToList();
        return blocking.Count > 0
            ? new Resolution(ResolutionKind.Missing, Ids(blocking))
            : ResolveUnmentioned(property, utterance, state, leans);
    }

    /// <summary>Whether the knowledge can answer the property of the subject.</summary>
    public static bool Has(Subject subject, Property property) =>
        property.Of.Contains(subject.Type) && (!property.HasFacts || subject.Has(property.Id));

    private List<Subject> Mentioned(AnnotatedUtterance utterance) =>
        [.. utterance.Mentions.SelectMany(m => m.Meanings).Select(m => knowledge.Subjects.GetValueOrDefault(m.Id)).OfType<Subject>().Distinct()];

    private Resolution ResolveMentioned(Property property, List<Subject> fitting)
    {
        // "the department's Office of Military Affairs" is about the office.
        var specific = fitting.Where(s => s.Id != knowledge.Ontology.DefaultSubject).ToList();
        var meant = specific.Exists(s => Has(s, property)) || fitting.TrueForAll(s => !Has(s, property)) ? specific : fitting;
        meant = meant.Count == 0 ? fitting : meant;
        var known = meant.Where(s => Has(s, property)).ToList();
        return known.Count > 0
            ? new Resolution(ResolutionKind.Known, Ids(known))
            : new Resolution(ResolutionKind.Missing, Ids(meant));
    }

    private Resolution ResolveComparison(Property property, List<Subject> mentioned, ConversationState state)
    {
        var fitting = mentioned.Where(s => property.Of.Contains(s.Type)).Select(s => s.Id).ToList();
        if (fitting.Count == 1)
        {
            fitting.InsertRange(0, state.Focus.Where(f => f != fitting[0] && property.Of.Contains(knowledge.Subjects[f].Type)).Take(1));
        }

        return fitting.Count >= 2 ? new Resolution(ResolutionKind.Known, [.. fitting.Take(MaxSubjects)]) : Resolution.Unfit;
    }

    /// <summary>The subjects that a mentioned one can stand for: the area "training" for the division that does it.</summary>
    public IEnumerable<Subject> StandIns(Subject subject, Property property) => subject.Facts
        .Where(f => knowledge.Ontology.Properties[f.Property].StandsFor)
        .Select(f => f.Value)
        .OfType<FactValue.Subject>()
        .Select(v => knowledge.Subjects[v.Id])
        .Where(s => property.Of.Contains(s.Type));

    /// <summary>
    /// Whether a mention of a subject that cannot have the property shows that something else is asked: "head of the Office
    /// of Military Affairs" does not ask for the department's head.
    /// </summary>
    private bool Blocks(Subject subject, Property property) =>
        !property.Targets.Contains(subject.Type)
        && !(property.Kind is PropertyKind.Text && knowledge.Ontology.Properties.Values.Any(p => p.StandsFor && p.Of.Contains(subject.Type)));

    private Resolution ResolveUnmentioned(Property property, AnnotatedUtterance utterance, ConversationState state, bool leans)
    {
        var focus = state.Focus.Select(f => knowledge.Subjects.GetValueOrDefault(f)).OfType<Subject>().ToList();
        var pronounType = TypeOf(utterance, rules.TypePronouns);
        var theDefault = knowledge.Subjects[knowledge.Ontology.DefaultSubject];
        var namedType = NamedType(utterance, property);
        if (pronounType is not null && namedType is null && !focus.Exists(s => s.Type == pronounType))
        {
            return Resolution.Unfit;
        }

        var wantedType = pronounType ?? TypeOf(utterance, rules.TypeInterrogatives);
        var inFocus = focus.Find(s => s.Type == (namedType ?? wantedType) && Has(s, property)) ?? focus.Find(s => Has(s, property));
        if (leans && (namedType is null || focus.Exists(s => s.Type == namedType && Has(s, property))))
        {
            if (inFocus is not null)
            {
                return new Resolution(ResolutionKind.Known, [inFocus.Id]);
            }

            // "It" is what was not understood before, unless the sentence is plain enough without it.
            if (state.LostThread && !(property.Of.Length == 1 && ContentWords(utterance) > 2))
            {
                return Resolution.Unfit;
            }
        }

        if (namedType is not null && namedType != theDefault.Type)
        {
            return ResolveType(property, namedType, focus);
        }

        if (Has(theDefault, property))
        {
            return new Resolution(ResolutionKind.Known, [theDefault.Id]);
        }

        if (property is { StandsFor: true, Of: [var type] } && recognizer.GuessSubject(utterance.Words, type) is { } guess)
        {
            return new Resolution(ResolutionKind.Known, [guess]);
        }

        return inFocus is not null
            ? new Resolution(ResolutionKind.Known, [inFocus.Id])
            : Open(property, s => true);
    }

    private Resolution ResolveType(Property property, string type, List<Subject> focus) =>
        focus.Find(s => s.Type == type && Has(s, property)) is { } inFocus
            ? new Resolution(ResolutionKind.Known, [inFocus.Id])
            : Open(property, s => s.Type == type);

    private Resolution Open(Property property, Func<Subject, bool> fits)
    {
        var subjects = knowledge.Subjects.Values.Where(s => fits(s) && Has(s, property)).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        return subjects.Count switch
        {
            0 => Resolution.Unfit,
            1 => new Resolution(ResolutionKind.Known, Ids(subjects)),
            _ => new Resolution(ResolutionKind.Open, [.. subjects.Take(MaxOpen).Select(s => s.Id)]),
        };
    }

    /// <summary>The type of subject that a noun such as "office" names, if the property goes with it.</summary>
    private string? NamedType(AnnotatedUtterance utterance, Property property) => utterance.Words
        .Select(w => rules.TypeNouns.GetValueOrDefault(w))
        .FirstOrDefault(t => t is not null && property.Of.Contains(t));

    private int ContentWords(AnnotatedUtterance utterance) => utterance.Words.Count(w => !rules.IsEmptyWord(w));

    private static string? TypeOf(AnnotatedUtterance utterance, FrozenDictionary<string, string> types) =>
        utterance.Tokens.Select(t => types.GetValueOrDefault(t.Text)).FirstOrDefault(t => t is not null);

    private static ImmutableArray<string> Ids(IEnumerable<Subject> subjects) => [.. subjects.Select(s => s.Id).Distinct().Take(MaxSubjects)];
}
