using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>Asks for everything that the knowledge holds, as the bot itself offers to be asked, and compares the answers with the fact files.</summary>
public class EveryPairTests(BotHost host, ITestOutputHelper output) : IClassFixture<BotHost>
{
    /// <summary>Every so many pairs one is asked over HTTP, too.</summary>
    private const int Stride = 11;

    private static readonly KnowledgeBase Knowledge = TrainedEngines.Default.Knowledge;
    private static readonly LanguagePack English = Knowledge.Languages["en"];

    [Fact]
    public void Every_property_of_every_subject_is_answered_with_what_its_facts_say()
    {
        var pairs = Pairs().ToList();
        var failures = pairs.Select(p => (p.Topic, p.Question, Fault: FaultOf(p, Chat.Ask(p.Question)))).Where(f => f.Fault is not null).ToList();

        output.WriteLine($"{pairs.Count} pairs of {pairs.DistinctBy(p => p.Subject).Count()} subjects and {pairs.DistinctBy(p => p.Property).Count()} properties; {failures.Count} failed.");
        Assert.True(pairs.Count > 2500, $"only {pairs.Count} pairs");
        Assert.True(failures.Count == 0, string.Join('\n', failures.Select(f => $"{f.Topic}: \"{f.Question}\": {f.Fault}")));
    }

    [Fact]
    public async Task Over_http_the_answers_are_the_same()
    {
        var sample = Pairs().Where((_, i) => i % Stride == 0).ToList();

        foreach (var pair in sample)
        {
            var replies = await host.AskAsync(Incoming.Message(pair.Question, ChannelIds.Emulator));

            var trace = (JsonElement)Assert.Single(replies, r => r.Type == ActivityTypes.Trace).Value!;
            Assert.Equal("answer", trace.GetProperty("outcome").GetString());
            var inProcess = Chat.Ask(pair.Question);
            Assert.Equal(inProcess.Topics, trace.GetProperty("topics").EnumerateArray().Select(t => t.GetString()!));
            Assert.Equal(inProcess.Text, Assert.Single(replies, r => r.Type == ActivityTypes.Message).Text);
        }

        output.WriteLine($"{sample.Count} pairs over HTTP.");
        Assert.True(sample.Count > 200, $"only {sample.Count} pairs");
    }

    private static IEnumerable<Pair> Pairs() =>
        from subject in Knowledge.Subjects.Values.OrderBy(s => s.Id, StringComparer.Ordinal)
        from property in Knowledge.Ontology.Properties.Values.OrderBy(p => p.Id, StringComparer.Ordinal)
        where property is { IsAsked: true, Kind: not (PropertyKind.Comparison or PropertyKind.Recall) } && Knowledge.Has(subject, property)
        select new Pair(subject.Id, property.Id, PlainQuestion(subject, property));

    private static string PlainQuestion(Subject subject, Property property) => property.Kind is PropertyKind.Topic
        ? English.Topics[subject.Id].Question
        : English.Intents[property.Id].Question.Replace("{subject}", English.Subjects[subject.Id].Acronym ?? FactFiles.English.Name(subject.Id), StringComparison.Ordinal);

    /// <summary>What is wrong with a reply; null where nothing is.</summary>
    private static string? FaultOf(Pair pair, BotReply reply)
    {
        // "Which missions have there been in Angola?" also is a set: a list with the short name of each.
        var isSet = Knowledge.Ontology.Properties[pair.Property].Targets is [var target] && reply.Topics is [var listed] && listed == $"{target}/set";
        if (reply.Outcome is not Outcome.Answer || !(isSet || (reply.Topics is [var topic] && topic == pair.Topic)))
        {
            return $"{reply.Outcome} {string.Join(' ', reply.Topics)}: {reply.Text.ReplaceLineEndings(" ")}";
        }

        var expected = (isSet ? FactFiles.English.ShortNames(pair.Subject, pair.Property) : FactFiles.English.Expected(pair.Subject, pair.Property)).Distinct().ToList();
        return expected.Count == 0 ? "the fact files say nothing of it"
            : expected.Find(e => !reply.Text.Contains(e, StringComparison.OrdinalIgnoreCase)) is { } left ? $"lacks \"{left}\": {reply.Text.ReplaceLineEndings(" ")}"
            : null;
    }

    private sealed record Pair(string Subject, string Property, string Question)
    {
        public string Topic => $"{Subject}/{Property}";
    }
}
