using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation.Sets;

/// <summary>Narrows a set by the names and times of an utterance, one after the other.</summary>
internal sealed class SetNarrowing(KnowledgeBase knowledge, LanguageRules rules, SetMembers members, SubjectSet start, IEnumerable<string> marks)
{
    private readonly List<Mention> unused = [];
    private readonly HashSet<string> narrowed = [];

    /// <summary>The set so far.</summary>
    public SubjectSet Set { get; private set; } = start;

    /// <summary>The mention of a time.</summary>
    public Mention? Time { get; private set; }

    /// <summary>The time.</summary>
    public Period? Period { get; private set; }

    /// <summary>Whether a name is one of a subject that could be a member itself.</summary>
    public bool NamesMember => NamedMembers > 0;

    /// <summary>How many names are of such subjects.</summary>
    public int NamedMembers { get; private set; }

    /// <summary>Names that narrow nothing.</summary>
    public ImmutableArray<Mention> Unused => [.. unused];

    /// <summary>Whether any name narrowed the set.</summary>
    public bool IsNarrowing => narrowed.Count > 0;

    private string MemberType => Set.Type ?? knowledge.Ontology.Properties[Set.Relation!].Targets[0];

    public void Add(Mention mention)
    {
        if (mention.Time is { } time)
        {
            (Time, Period) = (mention, time);
            return;
        }

        var subjects = mention.Meanings.Select(m => knowledge.Subjects.GetValueOrDefault(m.Id)).OfType<Subject>().ToList();
        if (subjects.Count == 0)
        {
            unused.Add(mention);
        }
        else if (subjects.TrueForAll(s => knowledge.Ontology.General.Contains(s.Id)) && !marks.Any())
        {
            return;
        }
        else if (PeriodOf(subjects[0]) is { } period)
        {
            (Time, Period) = (mention, period);
        }
        else if (FilterBy(subjects) is { } filter)
        {
            Narrow(filter);
        }
        else if (subjects.Exists(s => s.Type == MemberType))
        {
            NamedMembers++;
        }
        else
        {
            unused.Add(mention);
        }
    }

    /// <summary>A second name for the same relation widens the set: "in Sudan and South Sudan".</summary>
    private void Narrow(SetFilter filter)
    {
        var same = narrowed.Contains(filter.Property) ? Set.Filters.First(f => f.Property == filter.Property) : null;
        var values = same is null ? filter.Values : [.. same.Values.Concat(filter.Values).Distinct()];
        narrowed.Add(filter.Property);
        Set = Set with { Filters = [.. Set.Filters.Where(f => f.Property != filter.Property), filter with { Values = values }] };
    }

    private SetFilter? FilterBy(List<Subject> subjects)
    {
        // A post narrows by what it leads: "which head became Secretary-General".
        var values = subjects.SelectMany(s => knowledge.StandsFor(s).DefaultIfEmpty(s)).DistinctBy(s => s.Id).ToList();
        var links = members.Links(MemberType, values[0]).Where(l => rules.Sets.Conditions.ContainsKey(l.Id)).ToList();
        var link = links.Find(l => marks.Contains(l.Id)) ?? links.Find(l => Narrows(l, values)) ?? links.FirstOrDefault();
        return link is null ? null : new SetFilter(link.Id, [.. values.Select(v => v.Id)]);
    }

    private bool Narrows(Property link, List<Subject> values) =>
        !members.Of(Set with { Filters = [new SetFilter(link.Id, [.. values.Select(v => v.Id)])] }).IsEmpty;

    /// <summary>The time of an era, which has no other facts.</summary>
    private static Period? PeriodOf(Subject subject) =>
        subject.Facts is [{ Value: FactValue.Wording, From: { } from, Until: { } until }] ? new Period(from.Earliest, until.Latest) : null;
}
