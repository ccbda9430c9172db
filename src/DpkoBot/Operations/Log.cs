namespace DpkoBot.Operations;

/// <summary>
/// Every message that the host logs. None holds what a user wrote, or an id by which a user could be found.
/// 1000: /api/messages; 1100: replies through the connector; 1200: Direct Line; 1300: the chat page; 1400: the knowledge;
/// 1500: limits; 1600: Redis; 1700: telemetry.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Warning, "Everybody's requests to /api/messages are answered, because DangerouslyAllowUnauthenticatedRequests is true")]
    public static partial void UnauthenticatedRequestsAllowed(ILogger logger);

    [LoggerMessage(1001, LogLevel.Warning, "Refused a request to /api/messages with 401: no MicrosoftAppId is configured, and only in Development, or with DangerouslyAllowUnauthenticatedRequests, does the bot answer without one")]
    public static partial void UnauthenticatedRequestRefused(ILogger logger);

    [LoggerMessage(1002, LogLevel.Information, "Refused a request to /api/messages with {Status}: {Reason}")]
    public static partial void RequestRefused(ILogger logger, int status, string reason);

    [LoggerMessage(1003, LogLevel.Error, "The keys that {Address} tells could not be had: {Reason} Tokens signed with a key that is not at hand are refused meanwhile; the next try is due in a few seconds")]
    public static partial void SigningKeysUnavailable(ILogger logger, string address, string reason);

    [LoggerMessage(1100, LogLevel.Error, "Lost {Count} of a turn's replies: {Reason}")]
    public static partial void RepliesLost(ILogger logger, int count, string reason);

    [LoggerMessage(1101, LogLevel.Error, "Did not come to an activity within its time, because those before it in its conversation took so long")]
    public static partial void ActivityNotReached(ILogger logger);

    [LoggerMessage(1200, LogLevel.Error, "The bot failed at an activity that came through Direct Line")]
    public static partial void DirectLineBotFailed(ILogger logger, Exception exception);

    [LoggerMessage(1201, LogLevel.Error, "A Direct Line request failed")]
    public static partial void DirectLineRequestFailed(ILogger logger, Exception exception);

    [LoggerMessage(1500, LogLevel.Warning, "ASPNETCORE_FORWARDEDHEADERS_ENABLED is true, so whoever sends a request can tell any address and scheme; unless the platform sets it, name the proxies in Proxies:Trusted instead")]
    public static partial void EveryProxyTrusted(ILogger logger);

    [LoggerMessage(1600, LogLevel.Warning, "Redis is away ({Reason}): questions are answered one by one, without what was said before, and each host goes by what it has")]
    public static partial void RedisAway(ILogger logger, string reason);

    [LoggerMessage(1601, LogLevel.Information, "Redis is back")]
    public static partial void RedisReturned(ILogger logger);

    [LoggerMessage(1602, LogLevel.Information, "DpkoBot {Version}; {Where}")]
    public static partial void Started(ILogger logger, string version, string where);

    [LoggerMessage(1400, LogLevel.Information, "Answering from version {Version} of the knowledge")]
    public static partial void KnowledgeInService(ILogger logger, string version);

    [LoggerMessage(1401, LogLevel.Information, "The knowledge changed: version {Before} was replaced by {After}")]
    public static partial void KnowledgeReplaced(ILogger logger, string before, string after);

    [LoggerMessage(1402, LogLevel.Error, "The knowledge changed and is not right (problems: {Count}), so version {Version} stays in service:\n{Problems}")]
    public static partial void KnowledgeRefused(ILogger logger, int count, string version, string problems);

    [LoggerMessage(1403, LogLevel.Information, "The files of the knowledge were touched; they are those of version {Version}, which is in service")]
    public static partial void KnowledgeUnchanged(ILogger logger, string version);

    [LoggerMessage(1404, LogLevel.Error, "The changed knowledge could not be taken; what was in service stays in service")]
    public static partial void KnowledgeReloadFailed(ILogger logger, Exception exception);

    [LoggerMessage(1300, LogLevel.Error, "Azure's Direct Line gave the chat page no token: {Reason}")]
    public static partial void AzureGaveNoToken(ILogger logger, string reason);
}
