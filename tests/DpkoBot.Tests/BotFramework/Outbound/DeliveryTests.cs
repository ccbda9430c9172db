using System.Net;
using DpkoBot.Activities;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Logging;

namespace DpkoBot.Tests.BotFramework.Outbound;

/// <summary>A bot with short time limits, and a connector to which it delivers.</summary>
public abstract class DeliveryTests : IAsyncLifetime
{
    protected const int RepliesLost = 1100;

    protected BotHost Host { get; } = new BotHost().With("BotFramework:AttemptSeconds", "1").With("BotFramework:TurnSeconds", "4");

    protected RecordingConnector Connector { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Connector = await RecordingConnector.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task PostAsync(Activity activity, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Host.PostAsync(activity.Through(Connector));
        Assert.Equal(expected, response.StatusCode);
    }

    protected int LostReplies() => Host.Log.Entries.Count(entry => entry is { EventId: RepliesLost, Level: LogLevel.Error });
}
