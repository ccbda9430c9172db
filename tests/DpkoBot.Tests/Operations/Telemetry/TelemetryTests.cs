using System.Diagnostics.Metrics;
using System.Net;
using System.Text.RegularExpressions;
using DpkoBot.Activities;
using DpkoBot.Operations.Telemetry;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace DpkoBot.Tests.Operations.Telemetry;

public partial class TelemetryTests
{
    [Fact]
    public async Task Turns_are_counted_by_channel_outcome_and_language()
    {
        await using var host = new BotHost();
        using var turns = new MetricCollector<long>(host.Services.GetRequiredService<IMeterFactory>(), BotMetrics.MeterName, "dpkobot.turns");

        await host.AskAsync(Incoming.Message("What does DPKO stand for?", ChannelIds.Teams));
        await host.AskAsync(Incoming.Message("thanks", ChannelIds.Emulator));
        await host.AskAsync(Incoming.Message("thanks", "a-channel-of-somebody's-own"));

        Assert.Equal(
            ["msteams answer en", "emulator chitchat en", "other chitchat en"],
            turns.GetMeasurementSnapshot().Select(turn => $"{turn.Tags["channel"]} {turn.Tags["outcome"]} {turn.Tags["language"]}"));
    }

    [Fact]
    public async Task Open_sockets_are_counted()
    {
        await using var host = new BotHost();
        using var sockets = new MetricCollector<int>(host.Services.GetRequiredService<IMeterFactory>(), BotMetrics.MeterName, "dpkobot.sockets.open");
        using var client = await DirectLineClient.StartedAsync(host);

        using (var stream = await client.ListenAsync())
        {
            await stream.ReceiveAsync();
            sockets.RecordObservableInstruments();
            Assert.Equal(1, sockets.LastMeasurement!.Value);
            await stream.Socket.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        }

        await Eventually.BecomesAsync(0, () =>
        {
            sockets.RecordObservableInstruments();
            return sockets.LastMeasurement!.Value;
        });
    }

    [Fact]
    public async Task Without_the_setting_nobody_gets_metrics()
    {
        await using var host = new BotHost();
        using var client = host.CreateClient();

        using var response = await client.GetAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Every_metric_on_the_dashboard_is_one_that_the_bot_has()
    {
        await using var host = new BotHost().With("Telemetry:Prometheus", "true");
        await host.AskAsync(Incoming.Message());
        using var client = host.CreateClient();

        var metrics = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        var dashboard = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "deploy", "grafana", "dpkobot.json"), TestContext.Current.CancellationToken);
        var names = BotMetric().Matches(dashboard).Select(match => match.Value).Distinct().ToList();
        // What has not happened yet is not told; that there is such an instrument is seen at the meter.
        Assert.NotEmpty(names);
        Assert.All(names.Where(name => !Rare.Contains(name)), name => Assert.Contains(name, metrics, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_told_without_any_header()
    {
        await using var host = new BotHost();
        using var client = host.CreateClient();

        var version = await client.GetStringAsync("/version", TestContext.Current.CancellationToken);

        Assert.Matches("""^\{"version":"\d+\.\d+\.\d+","commit":"[0-9a-f]*","knowledge":"[0-9a-f]{12}"\}$""", version);
    }

    private static readonly string[] Rare = ["dpkobot_connector_lost_total", "dpkobot_requests_rejected_total", "dpkobot_knowledge_reloads_total"];

    [GeneratedRegex("dpkobot_[a-z_]+")]
    private static partial Regex BotMetric();
}
