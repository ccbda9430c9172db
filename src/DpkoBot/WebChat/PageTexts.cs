using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpkoBot.WebChat;

/// <summary>The page's own words (buttons, states) in one language. What the bot says comes from the knowledge.</summary>
/// <param name="Language">The language's tag, such as <c>en</c>.</param>
/// <param name="Words">The words by their names.</param>
internal sealed record PageTexts(string Language, IReadOnlyDictionary<string, string> Words)
{
    private const string Default = "en";

    /// <summary>The languages by their tags, with the names by which Web Chat knows them.</summary>
    private static readonly FrozenDictionary<string, string> Locales = new Dictionary<string, string>
    {
        ["ar"] = "ar-SA",
        ["en"] = "en-US",
        ["es"] = "es-ES",
        ["fr"] = "fr-FR",
        ["ru"] = "ru-RU",
        ["zh"] = "zh-CN",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<PageTexts> All { get; } = [.. Locales.Keys.Order(StringComparer.Ordinal).Select(Read)];

    public string Locale => Locales[Language];

    public string Direction => Language == "ar" ? "rtl" : "ltr";

    /// <summary>The words of a language such as <c>fr</c> or <c>fr-CA</c>, or English where there are none of it.</summary>
    public static PageTexts Of(string? language)
    {
        var tag = language?.Split('-')[0];
        return All.FirstOrDefault(texts => string.Equals(texts.Language, tag, StringComparison.OrdinalIgnoreCase))
            ?? All.First(texts => texts.Language == Default);
    }

    /// <summary>The words for the page's script.</summary>
    public string Json { get; } = JsonSerializer.Serialize(Words, PageTextsJson.Default.IReadOnlyDictionaryStringString);

    private static PageTexts Read(string language) => new(
        language, JsonSerializer.Deserialize(PageTemplate.Read($"texts.{language}.json"), PageTextsJson.Default.IReadOnlyDictionaryStringString)!);
}

[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>))]
internal sealed partial class PageTextsJson : JsonSerializerContext;
