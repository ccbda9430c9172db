using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace DpkoBot.WebChat;

/// <summary>The script that other sites load. Its words in all languages are part of it, since it may ask nobody for them.</summary>
internal static class EmbedScript
{
    private static readonly string[] Words = ["launcher", "open", "close", "frameFailed", "newTab"];

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(PageTemplate.Read("embed.js").Replace("'{{texts}}'", TextsAsJson(), StringComparison.Ordinal));

    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Text))[..16]}\"");

    public static IResult Show(HttpResponse response)
    {
        // Sites keep the address for years; an hour is how long a new version may take to reach their visitors.
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Bytes(Text, "text/javascript; charset=utf-8", entityTag: Tag);
    }

    private static string TextsAsJson() => JsonSerializer.Serialize(
        PageTexts.All.ToDictionary(
            texts => texts.Language,
            IReadOnlyDictionary<string, string> (texts) => Words.ToDictionary(word => word, word => texts.Words[word]).Append(new("direction", texts.Direction)).ToDictionary()),
        PageTextsJson.Default.IReadOnlyDictionaryStringIReadOnlyDictionaryStringString);
}
