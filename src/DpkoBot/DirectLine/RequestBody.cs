using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DpkoBot.DirectLine;

/// <summary>A request's body, read no further than an activity may be long.</summary>
internal static class RequestBody
{
    public const int MostCharacters = 256 * 1024;

    // A character takes up to three bytes (four for the pair that makes up one outside the basic plane).
    private const int MostBytes = MostCharacters * 3;

    /// <returns>The bytes, or null where there are too many.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        while (await request.Body.ReadAsync(body.GetMemory(), cancellationToken) is > 0 and var count)
        {
            body.Advance(count);
            if (body.WrittenCount > MostBytes)
            {
                return null;
            }
        }

        if (Encoding.UTF8.GetCharCount(body.WrittenSpan) > MostCharacters)
        {
            return null;
        }

        return body.WrittenMemory;
    }

    /// <param name="request">The request.</param>
    /// <param name="type">What its body is to hold.</param>
    /// <param name="whenEmpty">What a request without a body means; null where it needs one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The value, or what to answer where there is none.</returns>
    public static async Task<(T? Value, IResult? Error)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, T? whenEmpty, CancellationToken cancellationToken)
        where T : class
    {
        if (await ReadAsync(request, cancellationToken) is not { } body)
        {
            return (null, DirectLineErrors.TooLarge);
        }

        var value = body.IsEmpty && whenEmpty is not null ? whenEmpty : Parse(body, type);
        return (value, value is null ? DirectLineErrors.NotJson : null);
    }

    /// <returns>The value, or null where the body is not its JSON.</returns>
    public static T? Parse<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, type);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
