using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Reads what leaves out what was said before: "and the military one?", "the one in Kosovo?", "and in 2012?", "the year before?", "the second one?".</summary>
internal sealed class Ellipsis
{
    private readonly KnowledgeBase knowledge;
    private readonly LanguageRules rules;
    private readonly SubjectResolver resolver;
    private readonly SetReader sets;
    private readonly NameSeries series;
    private readonly PhraseTable<int> neighbours;

    public Ellipsis(KnowledgeBase knowledge, LanguagePack pack, SubjectResolver resolver, SetReader sets)
    {
        this.knowledge = knowledge;
        rules = pack.Rules;
        this.resolver = resolver;
        this.sets = sets;
        series = new NameSeries(pack);
        neighbours = new PhraseTable<int>(rules.YearBefore.Select(p => (p, -1)).Concat(rules.YearAfter.Select(p => (p, 1))));
    }

    /// <summary>The question that an utterance means in its conversation, if it says no more than what is new in it.</summary>
    public Question? Read(AnnotatedUtterance utterance, ConversationState state) =>
        OfTime(utterance, state) ?? OfSeries(utterance, state) ?? OfSubjects(utterance, state);

    /// <summary>Whether an utterance says nothing but names and times.</summary>
    public bool IsBare(AnnotatedUtterance utterance) => utterance.Words.All(SaysNothing);

    /// <summary>Whether an utterance leans on what was said before.</summary>
    public bool Leans(AnnotatedUtterance utterance) =>
        utterance.Words.Length > 0
        && (rules.Conjunctions.Contains(utterance.Words[0])
            || utterance.Words.Any(w => rules.Leaning.Contains(w) || rules.TypePronouns.ContainsKey(w))
            || utterance.Words.Count(w => !rules.IsEmptyWord(w)) <= 2);

    private bool SaysNothing(string word) => word[0] == MaskedTokens.Mark || rules.IsEmptyWord(word) || rules.Interrogatives.Contains(word);

    /// <summary>The last question for another time.</summary>
    private Question? OfTime(AnnotatedUtterance utterance, ConversationState state)
    {
        if (state is not { LastProperty: { } last, Focus: [var subject, ..] }
            || knowledge.Ontology.Properties[last] is not { ByYear: true } property || !knowledge.Has(knowledge.Subjects[subject], property))
        {
            return null;
        }

        if (utterance.Mentions is [{ Time: { } time }] && IsBare(utterance))
        {
            return new Question(last, [subject], time);
        }

        return utterance.Mentions.IsEmpty && Neighbour(utterance) is { } years && (state.LastTime ?? TimeOf(subject, last)) is { Start: { } start, End: { } end }
            ? new Question(last, [subject], new Period(start.AddYears(years), end.AddYears(years)))
            : null;
    }

    /// <summary>By how many years "the year before" goes back; null where the utterance says something else.</summary>
    private int? Neighbour(AnnotatedUtterance utterance)
    {
        int? years = null;
        for (var i = 0; i < utterance.Tokens.Length;)
        {
            if (neighbours.At(utterance.Tokens, i) is { } found)
            {
                years = found.Value;
                i += found.Length;
            }
            else if (!SaysNothing(utterance.Tokens[i++].Text))
            {
                return null;
            }
        }

        return years;
    }

    /// <summary>The time of the newest of a subject's facts, which was told where no time was asked for.</summary>
    private Period? TimeOf(string subject, string property)
    {
        var newest = knowledge.Subjects[subject].Of(property).Where(f => f.From is not null).MaxBy(f => f.From!.Value.Earliest);
        return newest is null ? null : new Period(newest.From!.Value.Earliest, newest.Until?.Latest ?? newest.AsOf.End.Latest);
    }

    /// <summary>"The second one", after the first UN Operation in Somalia.</summary>
    private Question? OfSeries(AnnotatedUtterance utterance, ConversationState state)
    {
        if (state.Focus.IsEmpty || !utterance.Mentions.IsEmpty || !Leans(utterance) || series.Number(utterance, SaysNothing) is not { } number || series.Other(state.Focus[0], number) is not { } other)
        {
            return null;
        }

        var subject = knowledge.Subjects[other];
        var property = knowledge.Ontology.Properties.Values
            .Where(p => knowledge.Has(subject, p) && (p.Id == state.LastProperty || p.TellsWhat))
            .OrderBy(p => p.Id == state.LastProperty ? 0 : 1)
            .FirstOrDefault();
        return property is null ? null : new Question(property.Id, [other]);
    }

    /// <summary>"And the military one?", "and the one in Kosovo?": the last question, of another subject.</summary>
    private Question? OfSubjects(AnnotatedUtterance utterance, ConversationState state)
    {
        if (state.LastProperty is not { } last || utterance.Mentions.IsEmpty || !Leans(utterance) || !IsBare(utterance))
        {
            return null;
        }

        // "And who was Secretary-General then?" does not ask for a date again.
        if (utterance.FreeTokens.Any(t => rules.TypeInterrogatives.TryGetValue(t.Text, out var asked) && !knowledge.Ontology.Properties[last].Targets.Contains(asked) && !knowledge.Ontology.Properties[last].Of.Contains(asked)))
        {
            return null;
        }

        var described = state.Focus.IsEmpty ? null : sets.Narrowed(utterance, knowledge.Subjects[state.Focus[0]].Type);
        foreach (var property in new[] { knowledge.Ontology.Properties[last] }.Concat(knowledge.Ontology.Properties.Values.Where(p => p.Kind is PropertyKind.Composite)))
        {
            var resolution = resolver.Resolve(property, new Context(utterance, property.Id == last ? described : null, state with { Focus = [] }, Leans: false, QuestionTime.Of(utterance)));
            if (resolution.Kind is ResolutionKind.Known && IsSpokenOf(resolution, utterance))
            {
                return new Question(property.Id, resolution.Subjects);
            }
        }

        return null;
    }

    /// <summary>What is meant where nothing is named is no other subject.</summary>
    private bool IsSpokenOf(Resolution resolution, AnnotatedUtterance utterance) =>
        !resolution.Subjects.Contains(knowledge.Ontology.DefaultSubject)
        || utterance.Mentions.SelectMany(m => m.Meanings).Select(m => knowledge.Subjects.GetValueOrDefault(m.Id)).OfType<Subject>()
            .Any(s => s.Id == knowledge.Ontology.DefaultSubject || knowledge.StandsFor(s).Any(o => o.Id == knowledge.Ontology.DefaultSubject));
}
