using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation.Sets;

/// <summary>A member of a set.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Life">When it was there, or held the post that makes it a member.</param>
/// <param name="IsActing">Whether it only stood in.</param>
/// <param name="Facts">The facts that make it a member.</param>
internal sealed record SetMember(Subject Subject, Lifetime Life, bool IsActing, ImmutableArray<Fact> Facts);

/// <summary>Finds the members of sets.</summary>
internal sealed class SetMembers(KnowledgeBase knowledge)
{
    private readonly FrozenDictionary<string, FrozenSet<string>> containers = Containers(knowledge);
    private readonly FrozenDictionary<string, ImmutableArray<Subject>> byType = knowledge.Subjects.Values
        .GroupBy(s => s.Type)
        .ToFrozenDictionary(g => g.Key, g => g.OrderBy(s => s.Id, StringComparer.Ordinal).ToImmutableArray());

    /// <summary>The members, in the order that is asked for, else by their beginning.</summary>
    public ImmutableArray<SetMember> Of(SubjectSet set)
    {
        var members = All(set).Where(m => Fits(m, set)).Select(m => WithFilterFacts(m, set)).ToList();
        return set.Order switch
        {
            SetOrder.First or SetOrder.Last when set.ByEnd => [.. members.Where(m => m.Life.IsOver).OrderBy(m => set.Order is SetOrder.First ? m.Life.Until!.Value.Latest.DayNumber : -m.Life.Until!.Value.Latest.DayNumber)],
            SetOrder.Last => [.. members.OrderByDescending(m => m.Life.From?.Earliest ?? DateOnly.MinValue)],
            SetOrder.Longest => [.. members.Where(m => m.Life.From is not null).OrderByDescending(Days)],
            SetOrder.Shortest => [.. members.Where(m => m.Life is { From: not null, Until: not null }).OrderBy(Days)],
            _ => [.. members.OrderBy(m => m.Life.From?.Earliest ?? DateOnly.MaxValue)],
        };
    }

    /// <summary>The relations by which subjects of a type can be narrowed to a subject, the most telling first.</summary>
    public IEnumerable<Property> Links(string type, Subject value) => knowledge.Ontology.Properties.Values
        .Where(p => p.Of.Contains(type) && p.Targets.Contains(value.Type) && !knowledge.Ontology.IsSuccession(p.Id))
        .OrderBy(p => p.IsDetail ? 0 : 1).ThenBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>
    /// Whether a subject has the relation to one of some subjects, or its first value lies in one of them: a mission whose main
    /// place is Israel and that also works in Egypt is not one in Africa.
    /// </summary>
    public IEnumerable<Fact> Matching(Subject subject, SetFilter filter) => subject.Of(filter.Property)
        .Where((f, i) => f.Value is FactValue.Subject value && filter.Values.Any(v => v == value.Id || (i == 0 && Lies(value.Id, v))));

    /// <summary>Whether one place lies in another.</summary>
    public bool Lies(string inner, string outer) => containers.TryGetValue(inner, out var outers) && outers.Contains(outer);

    private IEnumerable<SetMember> All(SubjectSet set)
    {
        if (set.Relation is { } relation)
        {
            return knowledge.Subjects[set.Owner!].Of(relation)
                .Where(f => f.Value is FactValue.Subject)
                .Select(f => new SetMember(knowledge.Subjects[((FactValue.Subject)f.Value).Id], Lifetime.Of(f), f.Acting, [f]));
        }

        return byType.GetValueOrDefault(set.Type!, []).Select(s =>
        {
            var life = Lifetime.Of(s, knowledge);
            return new SetMember(s, life, IsActing: false, life.Facts);
        });
    }

    private bool Fits(SetMember member, SubjectSet set) =>
        set.Filters.All(f => Matching(member.Subject, f).Any())
        && (!set.IsDated || member.Life.From is not null)
        && (set.Active is not { } active || (active ? !member.Life.IsOver : member.Life.IsOver))
        && set.Times.All(t => t.Aspect switch
        {
            TimeAspect.Begin => member.Life.From is { } from && t.Period.Touches(from),
            TimeAspect.End => member.Life.Until is { } until && t.Period.Touches(until),
            _ => member.Life.Overlaps(t.Period),
        });

    private SetMember WithFilterFacts(SetMember member, SubjectSet set) =>
        member with { Facts = [.. member.Facts.Concat(set.Filters.SelectMany(f => Matching(member.Subject, f))).Distinct()] };

    private static int Days(SetMember member) =>
        (member.Life.Until ?? member.Life.AsOf.End).Latest.DayNumber - member.Life.From!.Value.Earliest.DayNumber;

    /// <summary>For each place all places that it lies in, however far.</summary>
    private static FrozenDictionary<string, FrozenSet<string>> Containers(KnowledgeBase knowledge)
    {
        var properties = knowledge.Ontology.Properties.Values.Where(p => p.Contains).Select(p => p.Id).ToHashSet();
        return knowledge.Subjects.Values.Where(s => s.Facts.Any(f => properties.Contains(f.Property))).ToFrozenDictionary(s => s.Id, s =>
        {
            var all = new HashSet<string>();
            var queue = new Queue<string>([s.Id]);
            while (queue.TryDequeue(out var id))
            {
                foreach (var outer in knowledge.Subjects[id].Facts.Where(f => properties.Contains(f.Property)).Select(f => f.Value).OfType<FactValue.Subject>())
                {
                    if (all.Add(outer.Id))
                    {
                        queue.Enqueue(outer.Id);
                    }
                }
            }

            return all.ToFrozenSet();
        });
    }
}
