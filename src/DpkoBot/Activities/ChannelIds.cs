namespace DpkoBot.Activities;

/// <summary>The values of an activity's <c>channelId</c> that the bot tells apart.</summary>
public static class ChannelIds
{
    public const string DirectLine = "directline";
    public const string Email = "email";
    public const string Emulator = "emulator";
    public const string Facebook = "facebook";
    public const string Line = "line";
    public const string Slack = "slack";
    public const string Sms = "sms";
    public const string Teams = "msteams";
    public const string Telegram = "telegram";
    public const string WebChat = "webchat";
}
