using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Says whether, when and how long something was there, and which of several was first.</summary>
internal sealed class LifetimeWording(KnowledgeBase knowledge, LanguagePack pack)
{
    private readonly DateWording dates = new(pack.Rules);

    /// <summary>Whether a subject was there at the time that is asked about, or still is; or from when to when it was.</summary>
    public string Status(string subject, Question question, List<Fact> used)
    {
        var life = Lifetime.Of(knowledge.Subjects[subject], knowledge);
        used.AddRange(life.Facts);
        var name = pack.Subjects[subject].Phrase;
        var span = dates.Span(life.From, life.Until);
        if (question.Time is { } time)
        {
            return pack.Rules.Phrase(life.Overlaps(time) ? "status_then" : "status_not_then", ("subject", name), ("time", dates.When(time)), ("period", span));
        }

        return knowledge.Ontology.Properties[question.Property].TellsTime
            ? Length(name, life, span)
            : life.IsOver
                ? pack.Rules.Phrase("status_over", ("subject", name), ("period", span))
                : pack.Rules.Phrase("status_active", ("subject", name), ("begin", dates.Word(life.From!.Value)), ("as_of", dates.Word(life.AsOf)));
    }

    /// <summary>Which of the subjects began first, and how much earlier.</summary>
    public IEnumerable<string> Compare(IReadOnlyList<string> subjects, List<Fact> used)
    {
        var lives = subjects.Select(s => (Subject: s, Life: Lifetime.Of(knowledge.Subjects[s], knowledge))).ToList();
        if (lives.Count != 2 || lives.Exists(l => l.Life.From is null))
        {
            yield break;
        }

        lives.Sort((a, b) => a.Life.From!.Value.Earliest.CompareTo(b.Life.From!.Value.Earliest));
        var (first, second) = (lives[0], lives[1]);
        if (first.Life.From!.Value.Latest < second.Life.From!.Value.Earliest)
        {
            used.AddRange(lives.SelectMany(l => l.Life.Facts.Take(1)));
            yield return ValueWording.Capitalize(pack.Rules.Phrase(
                "compare_dates",
                ("first", pack.Subjects[first.Subject].Phrase),
                ("second", pack.Subjects[second.Subject].Phrase),
                ("length", dates.Length(first.Life.From.Value, second.Life.From.Value))));
        }
    }

    private string Length(string name, Lifetime life, string span) => life.IsOver
        ? pack.Rules.Phrase("period_over", ("subject", name), ("period", span), ("length", dates.Length(life.From!.Value, life.Until!.Value)))
        : pack.Rules.Phrase(
            "period_open",
            ("subject", name),
            ("begin", dates.Word(life.From!.Value)),
            ("as_of", dates.Word(life.AsOf)),
            ("length", dates.Length(life.From.Value, life.AsOf.End)));
}
