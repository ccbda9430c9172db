using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DpkoBot.DirectLine;

/// <summary>
/// Issues and reads the tokens: JSON web tokens, each bound to one conversation and one user.
/// </summary>
internal sealed class DirectLineTokens(TokenKey key, TimeProvider time)
{
    public const string Chat = "chat";
    public const string Stream = "stream";

    public static readonly TimeSpan ChatLifetime = TimeSpan.FromSeconds(1800);
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public static string NewConversationId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A token for one conversation, good from now on.</summary>
    public string Issue(Caller caller, string purpose = Chat)
    {
        var lifetime = purpose == Stream ? StreamLifetime : ChatLifetime;
        var claims = new TokenClaims(
            key.Issuer, purpose, caller.ConversationId!, (time.GetUtcNow() + lifetime).ToUnixTimeSeconds(), caller.UserId, caller.Origins);
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, DirectLineJson.Default.TokenClaims));
        return $"{Header}.{payload}.{Sign(Header, payload)}";
    }

    public TokenReading Read(string token, string purpose)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || Decode(parts[1]) is not { } claims)
        {
            return new(TokenState.Invalid, null);
        }

        if (claims.Issuer != key.Issuer)
        {
            // From before the last start, most likely: its conversation is gone, and "expired" is how clients learn that.
            // Should somebody have made it up, they learn no more than that it opens nothing.
            return new(TokenState.Expired, null);
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(parts[0], parts[1])), Encoding.UTF8.GetBytes(parts[2]))
            || claims.Purpose != purpose)
        {
            return new(TokenState.Invalid, null);
        }

        return new(
            time.GetUtcNow().ToUnixTimeSeconds() < claims.ExpiresAt ? TokenState.Valid : TokenState.Expired,
            new Caller(claims.ConversationId, claims.UserId, claims.Origins));
    }

    private string Sign(string header, string payload) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"{header}.{payload}")));

    private static TokenClaims? Decode(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), DirectLineJson.Default.TokenClaims);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
