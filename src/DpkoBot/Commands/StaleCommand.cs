using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Lists the facts that somebody should verify again.</summary>
internal static class StaleCommand
{
    private const int DefaultDays = 180;
    private const string Nobody = "nobody";

    public static Command Create(Terminal terminal)
    {
        var days = new Option<int?>("--days") { Description = $"How old a source may be; stale_after in facts/ontology.yaml unless told, or else {DefaultDays}.", HelpName = "DAYS" };
        days.Validators.Add(RejectWhatIsNoAge);
        var owner = new Option<string?>("--owner") { Description = "Only what one owner keeps.", HelpName = "NAME" };
        var (markdown, knowledge) = (MarkdownTable.Option(), KnowledgeFolder.Option());
        var command = new Command("stale", "Lists what can have changed since its source was written, by owner, the oldest first. The exit code is 1 where there is any.")
        {
            days, owner, markdown, knowledge,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(days), parsed.GetValue(owner), parsed.GetValue(markdown), parsed.GetValue(knowledge)));
        return command;
    }

    private static int Run(Terminal terminal, int? days, string? owner, bool markdown, string? folder)
    {
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge)
        {
            return ExitCode.Failed;
        }

        var limit = days ?? knowledge.Ontology.StaleAfter ?? DefaultDays;
        var freshness = new Freshness(knowledge, DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime), limit);
        var facts = knowledge.Subjects.Values
            .Where(subject => owner is null || subject.Owner == owner)
            .SelectMany(subject => subject.Facts.Where(freshness.CanChange).Select(fact => (Subject: subject, Fact: fact))).ToList();
        var stale = facts.Where(f => freshness.IsStale(f.Fact)).Select(f => new StaleFact(f.Subject, f.Fact, freshness.AgeInDays(f.Fact), freshness.HasPassed(f.Fact))).ToList();
        foreach (var line in markdown ? Table(stale, knowledge) : List(stale, knowledge))
        {
            terminal.Out.WriteRawLine(line);
        }

        terminal.Out.WriteRawLine(string.Create(CultureInfo.InvariantCulture, $"{stale.Count} of {facts.Count} facts that can change should be verified again: their source is older than {limit} days, or the date that they give has passed."));
        return stale.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }

    private static IEnumerable<string> List(IEnumerable<StaleFact> stale, KnowledgeBase knowledge)
    {
        foreach (var owner in ByOwner(stale))
        {
            yield return $"{owner.Key}:";
            foreach (var fact in owner)
            {
                yield return $"  {fact.Subject.File}:{Number(fact.Subject.Line)}: {fact.Name}{(fact.Value.Length == 0 ? "" : $" = {fact.Value}")}, as of {fact.Fact.AsOf} ({fact.Reason}): {knowledge.Sources[fact.Fact.Source].Title}";
            }

            yield return "";
        }
    }

    private static IEnumerable<string> Table(IEnumerable<StaleFact> stale, KnowledgeBase knowledge) =>
    [
        .. MarkdownTable.Lines(
            ["owner", "fact", "value", "as of", "why", "source", "where"],
            ByOwner(stale).SelectMany(owner => owner.Select(IReadOnlyCollection<string> (fact) =>
            [
                owner.Key, MarkdownTable.Code(fact.Name), fact.Value, fact.Fact.AsOf.ToString(), fact.Reason,
                knowledge.Sources[fact.Fact.Source].Title, $"{fact.Subject.File}:{Number(fact.Subject.Line)}",
            ]))),
        "",
    ];

    private static IEnumerable<IGrouping<string, StaleFact>> ByOwner(IEnumerable<StaleFact> stale) => stale
        .OrderByDescending(fact => fact.Age).ThenBy(fact => fact.Name, StringComparer.Ordinal)
        .GroupBy(fact => fact.Subject.Owner ?? Nobody)
        .OrderBy(owner => owner.Key == Nobody).ThenBy(owner => owner.Key, StringComparer.Ordinal);

    private static void RejectWhatIsNoAge(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= 36_500))
        {
            result.AddError("--days takes a number of days from 0 to 36500.");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A fact to verify.</summary>
    private sealed record StaleFact(Subject Subject, Fact Fact, int Age, bool HasPassed)
    {
        public string Name => $"{Subject.Id}/{Fact.Property}";

        public string Value { get; } = Fact.Told();

        public string Reason => HasPassed ? "its date has passed" : $"{Number(Age)} days ago";
    }
}
