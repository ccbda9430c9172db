using System.Text.Json.Serialization;

namespace DpkoBot.DirectLine;

/// <summary>The answer to both token requests.</summary>
internal sealed record TokenGrant(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>The answer to a start and to a reconnection.</summary>
internal sealed record ConversationGrant(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string StreamUrl,
    string ReferenceGrammarId);

/// <summary>What a site's server says when it asks for a token.</summary>
internal sealed record TokenRequest(UserReference? User = null, IReadOnlyList<string>? TrustedOrigins = null);

/// <summary>What a client says when it starts. The user counts only where the token names none.</summary>
internal sealed record StartRequest(UserReference? User = null, string? Locale = null);

internal sealed record UserReference(string? Id = null);

/// <summary>The answer to a posted activity.</summary>
internal sealed record ResourceResponse(string Id);

internal sealed record ErrorResponse(ErrorBody Error);

internal sealed record ErrorBody(string Code, string Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(TokenGrant))]
[JsonSerializable(typeof(ConversationGrant))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
