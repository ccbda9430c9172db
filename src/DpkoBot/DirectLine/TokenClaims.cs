using System.Text.Json.Serialization;

namespace DpkoBot.DirectLine;

/// <summary>What a token says. The names are those of Direct Line: Web Chat reads <c>user</c> out of it.</summary>
internal sealed record TokenClaims(
    [property: JsonPropertyName("iss")] string Issuer,
    [property: JsonPropertyName("aud")] string Purpose,
    [property: JsonPropertyName("conv")] string ConversationId,
    [property: JsonPropertyName("exp")] long ExpiresAt,
    [property: JsonPropertyName("user")] string? UserId = null,
    [property: JsonPropertyName("origins")] IReadOnlyList<string>? Origins = null);

internal enum TokenState
{
    Valid,

    /// <summary>It was a good one. Nothing but this ends a chat in Web Chat, so nothing else is called so.</summary>
    Expired,

    Invalid,
}

/// <param name="State">Whether it opens anything.</param>
/// <param name="Caller">Whose it is, if it was signed here, even where it has expired.</param>
internal readonly record struct TokenReading(TokenState State, Caller? Caller);
