using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using DpkoBot.Activities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DpkoBot.BotFramework;

/// <summary>Reads an activity from a request, or finds out why there is none in it.</summary>
public sealed class ActivityReader(IOptions<BotFrameworkOptions> options)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly int maxBytes = options.Value.MaxRequestKilobytes * 1024;

    public async Task<(Activity? Activity, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
        {
            return (null, new Refusal(StatusCodes.Status415UnsupportedMediaType, "The Content-Type must be application/json, in UTF-8."));
        }

        if (request.ContentLength > maxBytes)
        {
            return (null, TooLarge());
        }

        return await ReadWithinLimitAsync(request.BodyReader, cancellationToken);
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // A request need not tell its length, so the limit is kept while reading, too.
    private async Task<(Activity? Activity, Refusal? Refusal)> ReadWithinLimitAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > maxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                return (null, TooLarge());
            }

            if (read.IsCompleted)
            {
                var parsed = read.Buffer.IsSingleSegment ? Parse(read.Buffer.FirstSpan) : Parse(read.Buffer.ToArray());
                body.AdvanceTo(read.Buffer.End);
                return parsed;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (Activity? Activity, Refusal? Refusal) Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (body.IsEmpty)
        {
            return (null, Malformed("The request has no body; it must be an activity in JSON."));
        }

        if (!Utf8.IsValid(body))
        {
            return (null, Malformed("The body is not valid UTF-8."));
        }

        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.Default.Activity) is { } activity
                ? (activity, null)
                : (null, Malformed("The body is null; it must be an activity, a JSON object."));
        }
        catch (JsonException exception)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
            return (null, Malformed($"The body is not an activity: at {place}, it is not valid JSON, nested deeper than {ActivityJson.Default.Options.MaxDepth} levels, or has a value of the wrong kind."));
        }
    }

    private Refusal TooLarge() => new(StatusCodes.Status413PayloadTooLarge, $"The activity is larger than {maxBytes / 1024} KB.");

    private static Refusal Malformed(string sentence) => new(StatusCodes.Status400BadRequest, sentence);
}
