using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Teams;

/// <summary>
/// Teams refuses messages of more than 100 KB, counted in UTF-16, and takes suggested actions in personal chats alone.
/// </summary>
internal static class TeamsLimits
{
    public const int MaxMessageBytes = 100 * 1024;

    public static Activity Fit(Activity reply) =>
        WithinSize(TeamsEvents.IsPersonal(reply) ? reply : reply with { SuggestedActions = null });

    // A message that is too large goes without its cards: its text says the same.
    private static Activity WithinSize(Activity reply) =>
        reply.Attachments is { Count: > 0 } && 2 * JsonSerializer.Serialize(reply, ActivityJson.Default.Activity).Length > MaxMessageBytes
            ? reply with { Attachments = null, AttachmentLayout = null }
            : reply;
}
