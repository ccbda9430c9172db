using System.Net;

namespace DpkoBot.Tests.Support;

/// <summary>In what the two builds of /api/messages differ and may.</summary>
internal static class Door
{
    /// <summary>The answer to an activity that gets no reply.</summary>
#if BOT_BUILDER
    public const HttpStatusCode Quiet = HttpStatusCode.OK;
#else
    public const HttpStatusCode Quiet = HttpStatusCode.Accepted;
#endif
}
