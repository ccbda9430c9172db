namespace DpkoBot.BotFramework;

/// <summary>The section <c>BotFramework</c> of the settings.</summary>
public sealed class BotFrameworkOptions
{
    public const string Section = "BotFramework";

    /// <summary>Larger requests are refused with 413.</summary>
    public int MaxRequestKilobytes { get; set; } = 256;

    /// <summary>A connector that has not answered one reply after so many seconds is given up.</summary>
    public int AttemptSeconds { get; set; } = 8;

    /// <summary>
    /// A turn has so many seconds from the arrival of its activity: to wait for those before it in its conversation, and to
    /// deliver all replies with their retries. Channels wait about 15 for the bot's answer and then send the activity again.
    /// </summary>
    public int TurnSeconds { get; set; } = 12;

    /// <summary>Hosts to which replies may go beside those of the Bot Framework, such as <c>connector.example.org</c>.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; set; } = [];
}
