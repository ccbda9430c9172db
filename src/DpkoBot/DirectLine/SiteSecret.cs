using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace DpkoBot.DirectLine;

/// <summary>Recognizes the site secret, in a time that tells nothing of how much of a guess is right.</summary>
internal sealed class SiteSecret(IOptions<DirectLineOptions> options)
{
    private readonly byte[] secret = Hash(options.Value.SiteSecret);
    private readonly bool exists = options.Value.SiteSecret.Length > 0;

    public bool Is(string text) => CryptographicOperations.FixedTimeEquals(secret, Hash(text)) && exists;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
