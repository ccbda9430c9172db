using System.Security.Cryptography;
using System.Text;
using DpkoBot.Operations;
using Microsoft.Extensions.Options;

namespace DpkoBot.Authors;

/// <summary>Lets in who types the access key where the browser asks for a password. The name beside it does not matter.</summary>
internal sealed class AccessKeyFilter(IOptions<AuthorsOptions> options, ILogger<AccessKeyFilter> logger) : IEndpointFilter
{
    private const string Scheme = "Basic ";
    private readonly byte[] key = Hash(options.Value.AccessKey);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var given = context.HttpContext.Request.Headers.Authorization.ToString();
        if (PasswordIn(given) is { } password && CryptographicOperations.FixedTimeEquals(key, Hash(password)))
        {
            return next(context);
        }

        if (given.Length > 0)
        {
            Log.AuthorRefused(logger);
        }

        context.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"DpkoBot authors\", charset=\"UTF-8\"";
        return ValueTask.FromResult<object?>(TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, detail: "The page for authors takes the access key that the setting Authors:AccessKey holds, as the password."));
    }

    private static string? PasswordIn(string header)
    {
        Span<byte> bytes = stackalloc byte[512];
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]) is var pair
            && pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? pair[(colon + 1)..]
            : null;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
