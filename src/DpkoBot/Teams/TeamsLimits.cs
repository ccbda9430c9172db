using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Teams;

/// <summary>Teams refuses messages of more than 100 KB, counted in UTF-16.</summary>
internal static class TeamsLimits
{
    public const int MaxMessageBytes = 100 * 1024;

    /// <summary>A message that is too large goes without its cards: its text says the same.</summary>
    public static Activity Fit(Activity reply) =>
        reply.Attachments is { Count: > 0 } && 2 * JsonSerializer.Serialize(reply, ActivityJson.Default.Activity).Length > MaxMessageBytes
            ? reply with { Attachments = null, AttachmentLayout = null }
            : reply;
}
