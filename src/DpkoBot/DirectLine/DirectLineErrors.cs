using Microsoft.AspNetCore.Http.HttpResults;

namespace DpkoBot.DirectLine;

/// <summary>
/// Every error that a client can see. The codes are Direct Line's and stay as they are: clients act on them. 403 is kept
/// for what truly ends a chat, since Web Chat ends it at any 403.
/// </summary>
internal static class DirectLineErrors
{
    public static JsonHttpResult<ErrorResponse> NoToken =>
        Error(StatusCodes.Status401Unauthorized, "Unauthorized", "A token is needed: send it as 'Authorization: Bearer ...'.");

    public static JsonHttpResult<ErrorResponse> BadToken =>
        Error(StatusCodes.Status401Unauthorized, "Unauthorized", "The token is not one of this service.");

    public static JsonHttpResult<ErrorResponse> TokenExpired =>
        Error(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    public static JsonHttpResult<ErrorResponse> ForeignOrigin =>
        Error(StatusCodes.Status403Forbidden, "NotAllowed", "Tokens are given to the chat page of this host alone.");

    public static JsonHttpResult<ErrorResponse> NoConversation =>
        Error(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation. It may have ended.");

    public static JsonHttpResult<ErrorResponse> NoResource =>
        Error(StatusCodes.Status404NotFound, "NotFound", "There is nothing at this address.");

    public static JsonHttpResult<ErrorResponse> BadWatermark =>
        Error(StatusCodes.Status400BadRequest, "BadArgument", "The watermark is not one of this service.");

    public static JsonHttpResult<ErrorResponse> NotAWebSocket =>
        Error(StatusCodes.Status400BadRequest, "BadArgument", "This address takes WebSockets only.");

    public static JsonHttpResult<ErrorResponse> NotJson =>
        Error(StatusCodes.Status400BadRequest, "MalformedData", "The body is not the JSON that was expected.");

    public static JsonHttpResult<ErrorResponse> NoType =>
        Error(StatusCodes.Status400BadRequest, "MissingProperty", "An activity needs a 'type'.");

    public static JsonHttpResult<ErrorResponse> TooLarge =>
        Error(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "An activity may have 256K characters at most.");

    public static JsonHttpResult<ErrorResponse> NoFiles =>
        Error(StatusCodes.Status415UnsupportedMediaType, "NotSupported", "The bot does not take files. Please write your question.");

    public static JsonHttpResult<ErrorResponse> BotFailed =>
        Error(StatusCodes.Status502BadGateway, "BotRejectedActivity", "The bot could not take this activity. Please send it again.");

    public static JsonHttpResult<ErrorResponse> ServiceFailed =>
        Error(StatusCodes.Status500InternalServerError, "ServiceError", "Something went wrong here. Please try again.");

    private static JsonHttpResult<ErrorResponse> Error(int status, string code, string message) =>
        TypedResults.Json(new ErrorResponse(new ErrorBody(code, message)), DirectLineJson.Default.ErrorResponse, statusCode: status);
}
