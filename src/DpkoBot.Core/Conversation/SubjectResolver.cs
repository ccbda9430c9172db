using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>Finds out which subjects a question is about: those it names, those it leans on, or the default one.</summary>
internal sealed class SubjectResolver(KnowledgeBase knowledge, LanguageRules rules, IntentRecognizer recognizer, SetMembers members, DescribedSubjects descriptions)
{
    private const int MaxOpen = 5;
    private const int MaxSubjects = 3;

    /// <summary>A longer question that names the UN is hardly about the UN as a whole.</summary>
    private const int MaxGeneralWords = 4;

    private const int MaxPlainWords = 3;

    /// <summary>As many as these can be answered one after the other; of more, it is asked which is meant.</summary>
    private const int MaxDescribed = 4;

    /// <summary>Resolves the subjects of a property.</summary>
    /// <param name="property">The property that is asked for.</param>
    /// <param name="context">The utterance, and what its meaning depends on.</param>
    public Resolution Resolve(Property property, Context context)
    {
        var (utterance, state) = (context.Utterance, context.State);
        var mentioned = Meant(Mentioned(context), property, ContentWords(utterance));
        if (property.Kind is PropertyKind.Comparison)
        {
            return ResolveComparison(property, Mentioned(context), state);
        }

        if (property.Kind is PropertyKind.Recall)
        {
            return state.Focus.IsEmpty ? Resolution.Unfit : new Resolution(ResolutionKind.Known, [state.Focus[0]]);
        }

        var fitting = mentioned.Where(s => property.Of.Contains(s.Type) && descriptions.CanBeMeant(s, property, utterance)).ToList();
        if (fitting.TrueForAll(s => knowledge.Ontology.General.Contains(s.Id)) && ResolveDescribed(property, context) is { } described)
        {
            return described;
        }

        // "Where is the UN based" says too little to describe anything else.
        var isPlain = fitting.Exists(s => knowledge.Has(s, property)) && ContentWords(utterance) <= MaxPlainWords;
        if (!isPlain && fitting.TrueForAll(s => s.Id != knowledge.Ontology.DefaultSubject) && !IsLeaning(context) && descriptions.With(property, context, certainly: fitting.Count > 0) is { } meant)
        {
            return new Resolution(ResolutionKind.Known, [meant], IsDescribed: true);
        }

        var standIns = mentioned.SelectMany(s => StandIns(s, property)).Distinct().ToList();
        if (!fitting.Exists(s => knowledge.Has(s, property)) && standIns.Count > 0 && standIns.TrueForAll(s => knowledge.Has(s, property)))
        {
            return new Resolution(ResolutionKind.Known, Ids(standIns));
        }

        if (fitting.Count > 0)
        {
            return ResolveMentioned(property, fitting, mentioned);
        }

        var blocking = mentioned.Where(s => Blocks(s, property)).ToList();
        return blocking.Count > 0
            ? new Resolution(ResolutionKind.Missing, Ids(blocking))
            : ResolveUnmentioned(property, context);
    }

    /// <summary>
    /// The subjects that a question can be about: what is as general as "the UN" or "peacekeeping" is meant only where nothing
    /// else is named and it has what is asked for.
    /// </summary>
    private List<Subject> Meant(List<Subject> mentioned, Property property, int words)
    {
        // What stands for something else names that, and is no more than a word in a question for a number: "how many police".
        mentioned = property.Kind is PropertyKind.Number ? mentioned.FindAll(s => !knowledge.StandsFor(s).Any()) : mentioned;
        var specific = mentioned.FindAll(s => !knowledge.Ontology.General.Contains(s.Id) || s.Id == knowledge.Ontology.DefaultSubject);
        var general = mentioned.FindAll(s => knowledge.Has(s, property));
        return specific.Count > 0 ? specific : mentioned.Count == 1 && words <= MaxGeneralWords ? general : [];
    }

    private List<Subject> Mentioned(Context context) =>
        [.. context.Utterance.Mentions.SelectMany(m => m.Meanings).Select(m => knowledge.Subjects.GetValueOrDefault(m.Id)).OfType<Subject>().Distinct()];

    private Resolution ResolveMentioned(Property property, List<Subject> fitting, List<Subject> mentioned)
    {
        // "the department's Office of Military Affairs" is about the office.
        var specific = fitting.Where(s => s.Id != knowledge.Ontology.DefaultSubject).ToList();
        var meant = specific.Exists(s => knowledge.Has(s, property)) || fitting.TrueForAll(s => !knowledge.Has(s, property)) ? specific : fitting;
        meant = meant.Count == 0 ? fitting : meant;
        var known = meant.Where(s => knowledge.Has(s, property)).ToList();
        var strangers = mentioned.Where(m => IsStranger(m, property, known) || IsElsewhere(m, property)).ToList();
        return known.Count > 0 && strangers.Count == 0
            ? new Resolution(ResolutionKind.Known, Ids(known))
            : new Resolution(ResolutionKind.Missing, Ids(known.Count > 0 ? known : meant), Ids(strangers));
    }

    private static bool IsLeaning(Context context) => context.Leans && !context.State.Focus.IsEmpty;

    /// <summary>"The budget of the Office of Military Affairs" does not ask for the budget: what else is named must go with the subject.</summary>
    private bool IsStranger(Subject other, Property property, List<Subject> subjects) =>
        knowledge.Ontology.Distinct.Contains(other.Type)
        && subjects.Exists(s => knowledge.Ontology.Distinct.Contains(s.Type) || property.Kind is PropertyKind.Number)
        && !property.Of.Contains(other.Type)
        && !property.Targets.Contains(other.Type)
        && !knowledge.Ontology.General.Contains(other.Id)
        && !subjects.Exists(s => IsLinked(s, other) || IsLinked(other, s));

    /// <summary>"The prisons in Germany" are none of the department's: nothing of it was ever there.</summary>
    private bool IsElsewhere(Subject place, Property property) =>
        property.StandsFor && knowledge.Ontology.Properties.Values.Any(p => p.Contains && p.Of.Contains(place.Type))
        && place.Facts.All(f => knowledge.Ontology.Properties[f.Property] is { Contains: true } or { IsAsked: false });

    private bool IsLinked(Subject subject, Subject other) => subject.Facts
        .Any(f => f.Value is FactValue.Subject value && (value.Id == other.Id || members.Lies(value.Id, other.Id) || members.Lies(other.Id, value.Id)));

    /// <summary>The set by which an utterance describes what it asks about: "the mission in Haiti". What is asked of it does not narrow it.</summary>
    public static SubjectSet Description(SetReading reading) => reading.Set with { Active = null, IsCount = false, Times = [] };

    private Resolution? ResolveDescribed(Property property, Context context)
    {
        if (context.Reading is not { Set: { Filters.IsEmpty: false } or { Order: not SetOrder.None } } reading)
        {
            return null;
        }

        var set = Description(reading);
        var described = members.Of(set).Where(m => property.Of.Contains(m.Subject.Type)).ToList();
        if (described.Count == 0)
        {
            return null;
        }

        // A time that is not asked about tells which one is meant.
        if (context.Time is { } time && !property.ByYear && property.Kind is not PropertyKind.Status && described.FindAll(m => m.Life.Overlaps(time)) is { Count: > 0 } then)
        {
            described = then;
        }

        described = set.Order is SetOrder.None ? described : described[..Math.Min(set.Take, described.Count)];
        if (described.Count > 1 && descriptions.Among(described.Select(m => m.Subject.Id), context) is { } one)
        {
            described = described.FindAll(m => m.Subject.Id == one);
        }

        var known = described.Select(m => m.Subject).Where(s => knowledge.Has(s, property)).Select(s => s.Id).Distinct().ToImmutableArray();
        return known.Length switch
        {
            0 => new Resolution(ResolutionKind.Missing, [.. described.Take(1).Select(m => m.Subject.Id)]),
            // "The news of the mission in Mali" does not ask what it is.
            _ when property.TellsWhat && reading.Unexplained > 0 => null,
            <= MaxDescribed => new Resolution(ResolutionKind.Known, known),
            _ => new Resolution(ResolutionKind.Open, [.. known.Take(MaxOpen)]),
        };
    }

    private Resolution ResolveComparison(Property property, List<Subject> mentioned, ConversationState state)
    {
        // Only what is of one kind is set side by side.
        var fitting = mentioned.Where(s => property.Of.Contains(s.Type)).GroupBy(s => s.Type).OrderByDescending(g => g.Count()).FirstOrDefault()?.Select(s => s.Id).ToList() ?? [];
        if (fitting.Count == 1)
        {
            fitting.InsertRange(0, state.Focus.Where(f => f != fitting[0] && property.Of.Contains(knowledge.Subjects[f].Type)).Take(1));
        }

        return fitting.Count >= 2 ? new Resolution(ResolutionKind.Known, [.. fitting.Take(MaxSubjects)]) : Resolution.Unfit;
    }

    /// <summary>The subjects that a mentioned one can stand for: the area "training" for the division that does it.</summary>
    public IEnumerable<Subject> StandIns(Subject subject, Property property) =>
        knowledge.StandsFor(subject).Where(s => property.Of.Contains(s.Type) && (s.Id == knowledge.Ontology.DefaultSubject || !knowledge.Ontology.General.Contains(s.Id) || property.ByYear));

    /// <summary>
    /// Whether a mention of a subject that cannot have the property shows that something else is asked: "head of the Office
    /// of Military Affairs" does not ask for the department's head.
    /// </summary>
    private bool Blocks(Subject subject, Property property) =>
        !IsSole(property, subject) && (knowledge.Ontology.Distinct.Contains(subject.Type) || knowledge.StandsFor(subject).Any(s => !knowledge.Ontology.General.Contains(s.Id)))
        && !property.Targets.Contains(subject.Type)
        && !(property.Kind is PropertyKind.Text && knowledge.Ontology.Properties.Values.Any(p => p.StandsFor && p.Of.Contains(subject.Type)));

    /// <summary>What only one subject of all has is hardly asked of what stands for another: "are your people soldiers or civilians".</summary>
    private bool IsSole(Property property, Subject named) =>
        knowledge.StandsFor(named).Any() && knowledge.Subjects.Values.Count(s => property.Of.Contains(s.Type) && s.Has(property.Id)) == 1;

    /// <summary>What was spoken of, of which "he" and "who" mean the persons first.</summary>
    public IEnumerable<Subject> InFocus(AnnotatedUtterance utterance, ConversationState state)
    {
        var wanted = TypeOf(utterance, rules.TypePronouns) ?? TypeOf(utterance, rules.TypeInterrogatives);
        return state.Focus.Select(f => knowledge.Subjects.GetValueOrDefault(f)).OfType<Subject>().OrderBy(s => s.Type == wanted ? 0 : 1);
    }

    private Resolution ResolveUnmentioned(Property property, Context context)
    {
        var (utterance, state, leans) = (context.Utterance, context.State, context.Leans);
        var focus = state.Focus.Select(f => knowledge.Subjects.GetValueOrDefault(f)).OfType<Subject>().Where(s => descriptions.CanBeMeant(s, property, utterance)).ToList();
        var pronounType = TypeOf(utterance, rules.TypePronouns);
        var theDefault = knowledge.Subjects[knowledge.Ontology.DefaultSubject];
        var namedType = NamedType(utterance, property);
        if (pronounType is not null && namedType is null && !focus.Exists(s => s.Type == pronounType))
        {
            return Resolution.Unfit;
        }

        var wantedType = pronounType ?? TypeOf(utterance, rules.TypeInterrogatives);
        // "And who came after him?" turns back to the one before.
        if (knowledge.Ontology.IsSuccession(property.Id) && state.LastProperty is { } last && last != property.Id && knowledge.Ontology.IsSuccession(last))
        {
            focus = [.. focus.Skip(1)];
        }

        var inFocus = focus.Find(s => s.Type == (namedType ?? wantedType) && knowledge.Has(s, property)) ?? focus.Find(s => knowledge.Has(s, property));
        if (leans && (namedType is null || focus.Exists(s => s.Type == namedType && knowledge.Has(s, property))))
        {
            if (inFocus is not null)
            {
                return new Resolution(ResolutionKind.Known, [inFocus.Id]);
            }

            // "To whom?" after a written answer asks of that.
            if (focus.Count > 0 && focus[0].Type != theDefault.Type && ContentWords(utterance) < 2 && focus.TrueForAll(s => s.Facts.All(f => knowledge.Ontology.Properties[f.Property].Kind is PropertyKind.Topic)))
            {
                return Resolution.Unfit;
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

        if (knowledge.Has(theDefault, property))
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
        focus.Find(s => s.Type == type && knowledge.Has(s, property)) is { } inFocus
            ? new Resolution(ResolutionKind.Known, [inFocus.Id])
            : Open(property, s => s.Type == type);

    private Resolution Open(Property property, Func<Subject, bool> fits)
    {
        if (property.Kind is PropertyKind.Number)
        {
            return Resolution.Unfit;
        }

        var subjects = knowledge.Subjects.Values.Where(s => fits(s) && knowledge.Has(s, property)).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
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
        .FirstOrDefault(t => t is not null && property.Of.Contains(t) && !property.Targets.Contains(t));

    private int ContentWords(AnnotatedUtterance utterance) => utterance.Words.Count(w => !rules.IsEmptyWord(w));

    private static string? TypeOf(AnnotatedUtterance utterance, FrozenDictionary<string, string> types) =>
        utterance.Tokens.Select(t => types.GetValueOrDefault(t.Text)).FirstOrDefault(t => t is not null);

    private static ImmutableArray<string> Ids(IEnumerable<Subject> subjects) => [.. subjects.Select(s => s.Id).Distinct().Take(MaxSubjects)];
}
