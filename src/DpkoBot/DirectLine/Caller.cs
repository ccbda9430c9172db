using System.Security.Cryptography;

namespace DpkoBot.DirectLine;

/// <summary>Who makes a request, by its token or by the site secret.</summary>
/// <param name="ConversationId">The one conversation that the token opens; null for the secret, which opens them all.</param>
/// <param name="UserId">Who speaks, whatever an activity says of that; null where the activities say it.</param>
/// <param name="Origins">The origins whose pages alone may use the token; null for all that are configured.</param>
internal sealed record Caller(string? ConversationId, string? UserId, IReadOnlyList<string>? Origins)
{
    public const int LongestUserId = 64;

    private const string ReservedPrefix = "dl_";

    public static Caller Site { get; } = new(null, null, null);

    public bool IsSite => ConversationId is null;

    public static string NewUserId() => ReservedPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether only a token can give this id; that is how the bot can rely on it.</summary>
    public static bool IsReserved(string userId) => userId.StartsWith(ReservedPrefix, StringComparison.Ordinal);
}
