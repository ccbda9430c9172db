namespace DpkoBot.Activities;

/// <summary>The values of an activity's <c>type</c> that the bot tells apart. They are case-sensitive.</summary>
public static class ActivityTypes
{
    public const string ConversationUpdate = "conversationUpdate";
    public const string Delay = "delay";
    public const string DeleteUserData = "deleteUserData";
    public const string EndOfConversation = "endOfConversation";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Message = "message";
    public const string Trace = "trace";
    public const string Typing = "typing";
}
