namespace DpkoBot.Activities;

/// <summary>The values of an activity's <c>deliveryMode</c> that the bot tells apart. They are case-sensitive.</summary>
public static class DeliveryModes
{
    /// <summary>The replies are wanted in the answer to the HTTP request itself.</summary>
    public const string ExpectReplies = "expectReplies";
}
