using DpkoBot.Core.Knowledge;

namespace DpkoBot.Tests.Support;

/// <summary>The rules of English, as the bot has them.</summary>
internal static class EnglishRules
{
    public static LanguageRules Default { get; } =
        KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Knowledge!.LanguageFor("en").Rules;
}
