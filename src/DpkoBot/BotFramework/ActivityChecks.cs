using DpkoBot.Activities;
using DpkoBot.BotFramework.Outbound;

namespace DpkoBot.BotFramework;

/// <summary>Finds what keeps an activity from being handled, before anything is done with it.</summary>
public sealed class ActivityChecks(ServiceUrlPolicy serviceUrls)
{
    // Ids are kept in memory as long as the conversation is, and the longest known (Teams') have some 200 characters.
    private const int MaxIdLength = 1_000;

    public Refusal? FindFault(Activity activity) => SentenceFor(activity) is { } sentence
        ? new Refusal(StatusCodes.Status400BadRequest, sentence)
        : null;

    private string? SentenceFor(Activity activity)
    {
        var isMessage = activity.Type == ActivityTypes.Message;
        var mustDeliver = activity.DeliveryMode != DeliveryModes.ExpectReplies;
        return activity switch
        {
            { Type: null or "" } => "The activity has no type.",
            { Id: { } id } when !IsUsableId(id) => "The activity's id is \".\" or \"..\", or has more than 1000 characters.",
            { Conversation.Id: { Length: > 0 } id } when !IsUsableId(id) => "The activity's conversation.id is \".\" or \"..\", or has more than 1000 characters.",
            { Conversation: null or { Id: null or "" } } when isMessage => "The message has no conversation.id.",
            { ServiceUrl: null or "" } when isMessage && mustDeliver => "The message has no serviceUrl to which replies could be sent, and its deliveryMode is not expectReplies.",
            { ServiceUrl: { Length: > 0 } url } when mustDeliver && !serviceUrls.Allows(url) => "The activity's serviceUrl is not one to which this bot sends replies. It must be https on a known connector's host; in Development it may be on this machine.",
            _ => null,
        };
    }

    // "." and ".." would change the path of the URL to which the reply is posted.
    private static bool IsUsableId(string id) => id.Length <= MaxIdLength && id is not ("." or "..");
}
