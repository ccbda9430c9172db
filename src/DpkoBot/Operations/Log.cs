namespace DpkoBot.Operations;

/// <summary>
/// Every message that the host logs. None holds what a user wrote, or an id by which a user could be found.
/// 1000: /api/messages; 1100: replies through the connector; 1200: Direct Line; 1300: the chat page;
/// 1400: what authors see.
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

    [LoggerMessage(1400, LogLevel.Error, "A question without an answer could not be noted for the authors: the error {Code} of the database")]
    public static partial void GapNotRecorded(ILogger logger, int code);

    [LoggerMessage(1401, LogLevel.Warning, "Refused a request to the authors' page: the access key was not right")]
    public static partial void AuthorRefused(ILogger logger);

    [LoggerMessage(1300, LogLevel.Error, "Azure's Direct Line gave the chat page no token: {Reason}")]
    public static partial void AzureGaveNoToken(ILogger logger, string reason);
}
