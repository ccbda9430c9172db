using System.Security.Cryptography;

namespace DpkoBot.DirectLine;

/// <summary>
/// What tokens are signed with. It lives and dies with the process, as the conversations in its memory do; hosts that share a
/// Redis take the one that is there.
/// </summary>
internal sealed class TokenKey
{
    private volatile Material material = new(RandomNumberGenerator.GetBytes(32));

    public byte[] Bytes => material.Bytes;

    /// <summary>A name of the key, from which it cannot be told.</summary>
    public string Issuer => material.Issuer;

    public void Use(byte[] bytes) => material = new(bytes);

    private sealed record Material(byte[] Bytes)
    {
        public string Issuer { get; } = Convert.ToHexStringLower(SHA256.HashData([.. "dpkobot-issuer"u8, .. Bytes]).AsSpan(0, 8));
    }
}
