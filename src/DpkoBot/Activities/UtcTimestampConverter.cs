using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpkoBot.Activities;

/// <summary>Times are ISO 8601 with any offset on the way in, and UTC with a "Z" on the way out.</summary>
internal sealed class UtcTimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
