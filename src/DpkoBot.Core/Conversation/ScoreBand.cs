namespace DpkoBot.Core.Conversation;

/// <summary>How sure the bot is of what a question asks, in words.</summary>
public enum ScoreBand
{
    /// <summary>Too unsure to act on it.</summary>
    Unsure,

    /// <summary>Sure enough to answer, unless another meaning is as near.</summary>
    Sure,

    /// <summary>Beyond doubt.</summary>
    Clear,
}

/// <summary>Tells the band of a score.</summary>
public static class ScoreBands
{
    /// <summary>From this score on, an intent is acted on.</summary>
    internal const double Accept = 0.62;

    /// <summary>From this score on, it does not matter what else could have been meant.</summary>
    internal const double Clear = 0.85;

    /// <summary>The band of a score.</summary>
    /// <param name="score">From 0 to 1.</param>
    public static ScoreBand Of(double score) => score switch
    {
        >= Clear => ScoreBand.Clear,
        >= Accept => ScoreBand.Sure,
        _ => ScoreBand.Unsure,
    };
}
