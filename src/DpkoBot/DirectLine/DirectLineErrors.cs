using Microsoft.AspNetCore.Http.HttpResults;

namespace DpkoBot.DirectLine;

/// <summary>
/// Every error that a client can see. The codes are Direct Line's and stay as they are: clients act on them. 403 is kept
/// for expired tokens, since Web Chat ends a chat at any 403.
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
        Error(StatusCodes.Status401Unauthorized, "Unauthorized", "Only pages of this host, and of the origins that the setting DirectLine:AllowedOrigins names, may use this service without the site secret.");

    public static JsonHttpResult<ErrorResponse> UntrustedOrigin =>
        Error(StatusCodes.Status401Unauthorized, "Unauthorized", "The token is bound to other origins than the one whose page sent it.");

    public static JsonHttpResult<ErrorResponse> BadTokenUser =>
        Error(StatusCodes.Status400BadRequest, "BadArgument", "A token's user id begins with 'dl_' and has 64 characters at most.");

    public static JsonHttpResult<ErrorResponse> BadUser =>
        Error(StatusCodes.Status400BadRequest, "BadArgument", "User ids that begin with 'dl_' come with a token only, and no user id has more than 64 characters.");

    public static JsonHttpResult<ErrorResponse> NoUser =>
        Error(StatusCodes.Status400BadRequest, "MissingProperty", "The token names no user, so the activity needs 'from' with an 'id'.");

    public static JsonHttpResult<ErrorResponse> BadOrigins =>
        Error(StatusCodes.Status400BadRequest, "BadArgument", "'trustedOrigins' takes up to 20 origins, such as https://www.example.org.");

    public static JsonHttpResult<ErrorResponse> SecretNeedsNoRefresh =>
        Error(StatusCodes.Status400BadRequest, "BadArgument", "A secret does not expire; only tokens are refreshed.");

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

    public static JsonHttpResult<ErrorResponse> NotMultipart =>
        Error(StatusCodes.Status400BadRequest, "MalformedData", "The body is not multipart/form-data.");

    public static JsonHttpResult<ErrorResponse> NoType =>
        Error(StatusCodes.Status400BadRequest, "MissingProperty", "An activity needs a 'type'.");

    public static JsonHttpResult<ErrorResponse> TooLarge =>
        Error(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "An activity may have 256K characters at most.");

    public static JsonHttpResult<ErrorResponse> FilesTooLarge =>
        Error(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "A message with its files may have 4 MB at most.");

    public static JsonHttpResult<ErrorResponse> TooMany =>
        Error(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many messages in too short a time. Please wait a minute.");

    public static JsonHttpResult<ErrorResponse> Full =>
        Error(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The service is full at the moment. Please try again in half a minute.");

    public static JsonHttpResult<ErrorResponse> NoFiles =>
        Error(StatusCodes.Status415UnsupportedMediaType, "NotSupported", "The bot does not take files. Please write your question.");

    public static JsonHttpResult<ErrorResponse> BotFailed =>
        Error(StatusCodes.Status502BadGateway, "BotRejectedActivity", "The bot could not take this activity. Please send it again.");

    public static JsonHttpResult<ErrorResponse> ServiceFailed =>
        Error(StatusCodes.Status500InternalServerError, "ServiceError", "Something went wrong here. Please try again.");

    private static JsonHttpResult<ErrorResponse> Error(int status, string code, string message) =>
        TypedResults.Json(new ErrorResponse(new ErrorBody(code, message)), DirectLineJson.Default.ErrorResponse, statusCode: status);
}
