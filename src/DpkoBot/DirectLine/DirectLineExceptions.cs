namespace DpkoBot.DirectLine;

/// <summary>The bot failed at a turn, or did not finish it in time.</summary>
internal sealed class BotFailedException(Exception inner) : Exception("The bot failed at a turn.", inner);

/// <summary>A client's activity was read but cannot be written again.</summary>
internal sealed class UnwritableActivityException(Exception inner) : Exception("The activity is not valid JSON throughout.", inner);
