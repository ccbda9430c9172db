using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.DirectLine;

/// <summary>An activity as it is kept and sent.</summary>
internal static class ActivityBytes
{
    public static byte[] Of(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity);

    /// <summary>Typing is of interest now or never: it goes over the WebSocket and is not kept for anybody who asks later.</summary>
    public static bool AreKept(Activity activity) => activity.Type != ActivityTypes.Typing;
}
