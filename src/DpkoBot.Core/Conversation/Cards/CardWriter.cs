using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation.Cards;

/// <summary>Writes the card of an answer: a subject at a glance, as its language lays it out, or the members of a set.</summary>
internal sealed class CardWriter(KnowledgeBase knowledge, LanguagePack pack)
{
    private readonly CardWords words = pack.Rules.Cards;
    private readonly CardWording wording = new(knowledge, pack);
    private readonly FactChoice choice = new(knowledge);
    private readonly SetWriter sets = new(knowledge, pack);
    private readonly SourceLines sourceLines = new(knowledge, pack);

    /// <summary>The card that goes with an answer; null where there is nothing to look at.</summary>
    public ReplyCard? For(Understanding.Answerable asked) => !words.HasCards ? null : asked switch
    {
        Understanding.Asked { Question: { Subjects: [var subject] } question } when wording.LayoutOf(question.Property, subject) is { } layout => AtAGlance(subject, question, layout),
        Understanding.AskedForSet set => List(set.Set, set.Members),
        _ => null,
    };

    private ReplyCard? AtAGlance(string subject, Question question, CardLayout layout)
    {
        var facts = layout.Facts
            .Select(l => (l.Text, Facts: choice.For(subject, l.Property, question)))
            .Where(f => f.Facts.Count > 0)
            .ToList();
        var items = layout.Items is { } list ? Related(subject, list.Property) : [];
        if (facts.Count == 0 && items.Count == 0)
        {
            return null;
        }

        var life = Lifetime.Of(knowledge.Subjects[subject], knowledge);
        List<Fact> used = [.. facts.SelectMany(f => f.Facts), .. life.Facts, .. items.SelectMany(i => i.Facts)];
        return Card(wording.FullName(subject), layout.Kind, used, AsOf(life, used)) with
        {
            Facts = [.. facts.Select(f => new CardFact(f.Text, wording.Values(f.Facts)))],
            Heading = items.Count == 0 ? null : layout.Items!.Text,
            Items = [.. items.Select(i => wording.Item(i.Subject, i.Life, i.IsActing))],
        };
    }

    private ReplyCard? List(SubjectSet set, ImmutableArray<SetMember> members)
    {
        var shown = SetWriter.Shown(set, members);
        if (shown.Count < 2)
        {
            return null;
        }

        var count = members.Count(m => !m.IsActing);
        return Card(ValueWording.Capitalize(sets.Describe(set, one: false)), wording.Count(shown.Count, count), [.. shown.SelectMany(m => m.Facts)], sets.Notes(set, members)) with
        {
            Items = [.. shown.Select(m => wording.Item(m.Subject, m.Life, m.IsActing))],
        };
    }

    private ReplyCard Card(string title, string? subtitle, List<Fact> used, IEnumerable<string> notes) => new()
    {
        Title = title,
        Subtitle = subtitle,
        Notes = [.. used.Exists(f => knowledge.Sources[f.Source].IsUnverified) ? notes.Append(pack.Rules.Phrase("unverified")) : notes],
        Sources = sourceLines.For(used).Citations,
        Labels = new CardLabels(words.Phrases["sources"], words.Phrases["fewer"], words.Phrases["more"], words.Phrases["cut"]),
    };

    /// <summary>What a subject is related to, in the order of time.</summary>
    private List<SetMember> Related(string subject, string relation) =>
    [
        .. knowledge.Subjects[subject].Of(relation)
            .Where(f => f.Value is FactValue.Subject)
            .Select(f => (Fact: f, Subject: knowledge.Subjects[((FactValue.Subject)f.Value).Id]))
            .Select(r => new SetMember(r.Subject, r.Fact is { From: null, Until: null } ? Lifetime.Of(r.Subject, knowledge) : Lifetime.Of(r.Fact), r.Fact.Acting, [r.Fact]))
            .OrderBy(m => m.Life.From?.Earliest ?? DateOnly.MaxValue),
    ];

    /// <summary>Says of when it is, if anything shown goes on or can have changed.</summary>
    private IEnumerable<string> AsOf(Lifetime life, List<Fact> used)
    {
        var open = used.Where(f => f.Until is null && Changes(f)).Select(f => f.AsOf).ToList();
        if (life is { From: not null, IsOver: false })
        {
            open.Add(life.AsOf);
        }

        return open.Count == 0 ? [] : [wording.AsOf(open.MinBy(a => a.End.Latest))];
    }

    /// <summary>Whether a fact's value can be another one tomorrow; who heads what changes from both sides.</summary>
    private bool Changes(Fact fact) =>
        knowledge.Ontology.Properties[fact.Property].Changes
        || knowledge.Ontology.Properties.Values.Any(p => p.Inverse == fact.Property && p.Changes);
}
