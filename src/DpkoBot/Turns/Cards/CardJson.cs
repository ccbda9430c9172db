using System.Text.Json.Serialization;

namespace DpkoBot.Turns.Cards;

/// <summary>The JSON of cards. What is not plain Latin is escaped, so that its length is the same wherever it is written again.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(TeamsSubmit))]
[JsonSerializable(typeof(string))]
internal sealed partial class CardJson : JsonSerializerContext;
