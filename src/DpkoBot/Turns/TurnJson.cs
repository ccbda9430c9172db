using System.Text.Json.Serialization;

namespace DpkoBot.Turns;

/// <summary>The JSON of what the turns themselves put into activities and invoke responses.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecognitionTraceValue))]
[JsonSerializable(typeof(CardActionError))]
[JsonSerializable(typeof(System.Collections.Immutable.ImmutableArray<CitationClaim>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(StoredConversation))]
internal sealed partial class TurnJson : JsonSerializerContext;
