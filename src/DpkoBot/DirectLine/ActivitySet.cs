using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace DpkoBot.DirectLine;

/// <summary>The JSON of <c>{activities, watermark}</c>: one frame of the stream, or the answer to a poll.</summary>
internal static class ActivitySet
{
    /// <param name="activities">The activities' own JSON, in order.</param>
    /// <param name="watermark">The position of the last one; where the client goes on from.</param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<byte[]> activities, long watermark)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("activities"u8);
            foreach (var activity in activities)
            {
                json.WriteRawValue(activity, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteString("watermark"u8, watermark.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
