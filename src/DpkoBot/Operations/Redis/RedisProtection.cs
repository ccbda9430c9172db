using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DpkoBot.Operations.Redis;

/// <summary>Makes what is kept in Redis unreadable to whoever has Redis alone.</summary>
internal sealed class RedisProtection(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("DpkoBot.Redis");

    public byte[] Protect(byte[] plain) => protector.Protect(plain);

    /// <returns>Null where none of the keys reads it.</returns>
    public byte[]? Unprotect(byte[] data)
    {
        try
        {
            return protector.Unprotect(data);
        }
        catch (CryptographicException exception) when (!RedisConnection.IsOfRedis(exception))
        {
            return null;
        }
    }
}
