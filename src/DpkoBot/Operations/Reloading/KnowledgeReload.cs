using DpkoBot.Core.Knowledge;
using DpkoBot.Operations.Telemetry;
using Microsoft.Extensions.Options;

namespace DpkoBot.Operations.Reloading;

/// <summary>
/// Takes changed knowledge without a restart. Files that are not right are not taken: what answered before goes on to answer,
/// and log, health and metric say so until the files are put right.
/// </summary>
internal sealed class KnowledgeReload(
    KnowledgeFiles files,
    KnowledgeInService knowledge,
    IOptions<KnowledgeOptions> options,
    BotMetrics metrics,
    TimeProvider time,
    ILogger<KnowledgeReload> logger) : BackgroundService
{
    private const int MostProblemsLogged = 20;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // The recognizer is trained before the host listens, so that the first question does not wait for it.
        Log.KnowledgeInService(logger, knowledge.Version);
        GiveBackWhatTrainingTook();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.CheckSeconds == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.CheckSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }

    /// <summary>Looks at the files once, and takes them where they changed and are right.</summary>
    internal void Look()
    {
        try
        {
            if (files.HaveSettledAnew())
            {
                Reload();
            }
        }
        catch (Exception exception)
        {
            // Whatever an author did, the bot goes on answering, and looks again when the files change again.
            metrics.KnowledgeReloaded("failed");
            Log.KnowledgeReloadFailed(logger, exception);
        }
    }

    private void Reload()
    {
        var result = files.Load();
        if (files.ChangedWhileRead)
        {
            return;
        }

        var before = knowledge.Version;
        if (result.Knowledge is null)
        {
            knowledge.Refuse(result.Diagnostics);
            metrics.KnowledgeReloaded("refused");
            Log.KnowledgeRefused(logger, result.Diagnostics.Length, before, TextOf(result));
        }
        else if (knowledge.Take(result.Knowledge))
        {
            metrics.KnowledgeReloaded("taken");
            Log.KnowledgeReplaced(logger, before, knowledge.Version);
            GiveBackWhatTrainingTook();
        }
        else
        {
            metrics.KnowledgeReloaded("unchanged");
            Log.KnowledgeUnchanged(logger, before);
        }
    }

    // Training takes several times the memory of what it makes, and a host that is idle afterwards would keep it.
    private static void GiveBackWhatTrainingTook() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static string TextOf(KnowledgeLoadResult result)
    {
        var lines = result.Diagnostics.Take(MostProblemsLogged).Select(problem => problem.ToString());
        return string.Join(Environment.NewLine, result.Diagnostics.Length > MostProblemsLogged ? lines.Append("...") : lines);
    }
}
