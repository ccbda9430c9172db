using System.Collections.Immutable;
using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation.Sets;

/// <summary>Words sets and their members.</summary>
internal sealed class SetWriter(KnowledgeBase knowledge, LanguagePack pack)
{
    /// <summary>More members than these are named without their dates, in one paragraph.</summary>
    private const int MaxLines = 12;

    /// <summary>More members than these are counted only.</summary>
    private const int MaxNames = 36;

    private readonly DateWording dates = new(pack.Rules);
    private readonly NumberWording numbers = new(pack.Rules);
    private readonly ValueWording values = new(pack);

    /// <summary>The answer: how many there are, and which.</summary>
    public ComposedAnswer Compose(SubjectSet set, ImmutableArray<SetMember> members)
    {
        var shown = Shown(set, members);
        var heading = Heading(set, members.Count(m => !m.IsActing), shown.Count) + Names(shown);
        return new ComposedAnswer(string.Join("\n\n", Notes(set, members).Prepend(heading)), [.. shown.SelectMany(m => m.Facts).Distinct()]);
    }

    /// <summary>The members that are named: all, or those at the front of the order that is asked for.</summary>
    public static List<SetMember> Shown(SubjectSet set, ImmutableArray<SetMember> members)
    {
        var regular = members.Where(m => !m.IsActing);
        return [.. set.Order is SetOrder.None ? regular : regular.Take(set.Take)];
    }

    /// <summary>What is to be kept in mind with the members: who only stood in, and of when it is.</summary>
    public IEnumerable<string> Notes(SubjectSet set, ImmutableArray<SetMember> members)
    {
        if (members.Where(m => m.IsActing).Select(m => Line(m)).ToList() is { Count: > 0 } acting && set.Order is SetOrder.None)
        {
            yield return pack.Rules.Phrase("set_acting", ("names", values.Join(acting)));
        }

        if (Shown(set, members).Where(m => m.Life is { IsOver: false, Facts.IsEmpty: false }).Select(m => m.Life.AsOf).ToList() is { Count: > 0 } open)
        {
            yield return pack.Rules.Phrase("as_of", ("as_of", dates.Word(open.MinBy(a => a.End.Latest))));
        }
    }

    /// <summary>The set in words: "UN peacekeeping operations in Africa that began in 1993".</summary>
    public string Describe(SubjectSet set, bool one)
    {
        var label = pack.Rules.Sets.Labels[set.Relation ?? set.Type!];
        var noun = (one ? label.One : label.Many).Replace("{owner}", set.Owner is null ? "" : values.Name(set.Owner), StringComparison.Ordinal);
        var conditions = set.Filters.Select(f => pack.Rules.Sets.Conditions[f.Property].Replace("{value}", values.Join([.. f.Values.Select(values.Name)]), StringComparison.Ordinal));
        return string.Join(' ', conditions.Prepend(noun).Concat(When(set)).Where(p => p.Length > 0));
    }

    /// <summary>A member with what tells it apart and its dates.</summary>
    public string Line(SetMember member)
    {
        var span = dates.Span(member.Life.From, member.Life.Until);
        var name = Detail(member.Subject) is { } place ? $"{values.ShortName(member.Subject.Id)} ({place})" : values.ShortName(member.Subject.Id);
        return span.Length == 0 || name.Contains(span, StringComparison.Ordinal) ? name : values.Chain([name, span]);
    }

    private string Heading(SubjectSet set, int count, int shown) => set.Order switch
    {
        SetOrder.None => count == 1
            ? pack.Rules.Phrase("set_one", ("set", Describe(set, one: true)))
            : pack.Rules.Phrase("set_many", ("count", numbers.Count(count)), ("set", Describe(set, one: false))),
        _ when count == 1 => pack.Rules.Phrase("set_one", ("set", Describe(set, one: true))),
        var order => pack.Rules.Phrase(
            $"order_{order.ToString().ToLowerInvariant()}",
            ("shown", numbers.Count(shown)),
            ("count", numbers.Count(count)),
            ("set", Describe(set, one: false))),
    };

    private string Names(List<SetMember> members)
    {
        if (members.Count <= MaxLines)
        {
            return members.Count == 1 ? $" {Line(members[0])}." : ValueWording.Lines(members.Select(Line));
        }

        var names = members.Take(MaxNames).Select(m => $"{values.ShortName(m.Subject.Id)} ({Years(m.Life)})").ToList();
        return "\n\n" + (members.Count > MaxNames
            ? values.Chain(names) + " " + pack.Rules.Phrase("set_more", ("count", numbers.Count(members.Count - MaxNames)))
            : values.Join(names)) + ".";
    }

    private static string Years(Lifetime life)
    {
        var (from, until) = (life.From?.Year.ToString(CultureInfo.InvariantCulture), life.Until?.Year.ToString(CultureInfo.InvariantCulture));
        return from == until ? from ?? "" : $"{from}–{until}";
    }

    private string? Detail(Subject subject)
    {
        var details = subject.Facts.Where(f => knowledge.Ontology.Properties[f.Property].IsDetail).Select(values.Word).ToList();
        return details.Count == 0 ? null : values.Join(details);
    }

    private IEnumerable<string> When(SubjectSet set)
    {
        // Missions begin and end; people take office and leave it.
        var suffix = set.Relation is null ? "" : "_held";
        foreach (var (time, aspect) in set.Times)
        {
            if (set.Type is { } type && knowledge.Ontology.IsMomentary(type))
            {
                yield return dates.When(time);
                continue;
            }

            var phrase = aspect switch { TimeAspect.Begin => "set_begin", TimeAspect.End => "set_end", _ => "set_during" };
            yield return pack.Rules.Phrase(phrase + suffix, ("time", dates.When(time)));
        }

        if (set.Active is { } active)
        {
            yield return pack.Rules.Phrase((active ? "set_active" : "set_over") + suffix);
        }
    }
}
