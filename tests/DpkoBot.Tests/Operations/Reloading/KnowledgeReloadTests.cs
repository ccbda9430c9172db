using System.Diagnostics.Metrics;
using System.Net;
using DpkoBot.Operations.Reloading;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace DpkoBot.Tests.Operations.Reloading;

public sealed class KnowledgeReloadTests : IAsyncDisposable
{
    private const string Question = "When was the Police Division established?";
    private const string OldFact = "2007~, as_of: 2018";
    private const string NewFact = "2009, as_of: 2018";

    private readonly KnowledgeFolder folder = new();
    private readonly BotHost host;

    // The looks are the test's own, so that none comes between two lines of it.
    public KnowledgeReloadTests() => host = new BotHost().With("Knowledge:Folder", folder.Path).With("Knowledge:CheckSeconds", "0");

    private KnowledgeInService InService => host.Services.GetRequiredService<KnowledgeInService>();

    [Fact]
    public async Task A_changed_file_answers_without_a_restart()
    {
        Assert.Contains("2007", await AnswerAsync(), StringComparison.Ordinal);
        var before = InService.Version;

        folder.Replacing(SmallKnowledge.Facts, OldFact, NewFact);
        LookTwice();

        Assert.Contains("2009", await AnswerAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before, InService.Version);
        Assert.Contains(host.Log.Entries, entry => entry.EventId == 1401 && entry.Text.Contains(InService.Version, StringComparison.Ordinal));
        Assert.Equal("ready", await HealthAsync());
    }

    [Fact]
    public async Task A_bad_file_leaves_the_old_version_in_service_and_log_health_and_metric_say_so_until_it_is_put_right()
    {
        var good = folder.TextOf(SmallKnowledge.Facts);
        await AnswerAsync();
        using var refused = new MetricCollector<int>(host.Services.GetRequiredService<IMeterFactory>(), "DpkoBot", "dpkobot.knowledge.refused");

        folder.With(SmallKnowledge.Facts, "\0 garbage: [");
        LookTwice();

        Assert.Contains("2007", await AnswerAsync(), StringComparison.Ordinal);
        Assert.Contains(host.Log.Entries, entry => entry.EventId == 1402 && entry.Text.Contains(SmallKnowledge.Facts, StringComparison.Ordinal));
        Assert.Contains(InService.Version, await HealthAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Last(refused));

        folder.With(SmallKnowledge.Facts, good);
        LookTwice();

        Assert.Contains("2007", await AnswerAsync(), StringComparison.Ordinal);
        Assert.Equal("ready", await HealthAsync());
        Assert.Equal(0, Last(refused));
    }

    [Fact]
    public async Task A_file_that_goes_missing_is_a_bad_one()
    {
        await AnswerAsync();

        folder.Without(SmallKnowledge.Sources);
        LookTwice();

        Assert.Contains("2007", await AnswerAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(InService.Problems);
    }

    [Fact]
    public async Task A_change_is_not_taken_before_it_is_complete()
    {
        await AnswerAsync();

        folder.Replacing(SmallKnowledge.Facts, OldFact, NewFact);
        Look();
        folder.Adding(SmallKnowledge.Facts, "# still writing\n");
        Look();

        Assert.Contains("2007", await AnswerAsync(), StringComparison.Ordinal);

        Look();

        Assert.Contains("2009", await AnswerAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_goes_on_after_the_change()
    {
        var first = Incoming.Message("What does the Police Division do?");
        await host.AskAsync(first);

        folder.Replacing(SmallKnowledge.Facts, OldFact, NewFact);
        LookTwice();

        var replies = await host.AskAsync(first.Next() with { Text = "since when?" });
        Assert.Contains("2009", Assert.Single(replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_looks_by_itself()
    {
        await using var looking = new BotHost().With("Knowledge:Folder", folder.Path).With("Knowledge:CheckSeconds", "1");
        await looking.AskAsync(Incoming.Message(Question));

        folder.Replacing(SmallKnowledge.Facts, OldFact, NewFact);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!Assert.Single(await looking.AskAsync(Incoming.Message(Question))).Text!.Contains("2009", StringComparison.Ordinal))
        {
            await Task.Delay(100, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    private void Look() => host.Services.GetRequiredService<KnowledgeReload>().Look();

    private void LookTwice()
    {
        Look();
        Look();
    }

    private async Task<string> AnswerAsync() => Assert.Single(await host.AskAsync(Incoming.Message(Question))).Text!;

    private async Task<string> HealthAsync()
    {
        using var client = host.CreateClient();
        using var response = await client.GetAsync("/healthz/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static int Last(MetricCollector<int> collector)
    {
        collector.RecordObservableInstruments();
        return collector.LastMeasurement!.Value;
    }
}
