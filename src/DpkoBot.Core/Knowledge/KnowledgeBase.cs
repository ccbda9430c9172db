using System.Collections.Frozen;

namespace DpkoBot.Core.Knowledge;

/// <summary>Everything the bot knows, validated and immutable.</summary>
public sealed class KnowledgeBase
{
    /// <summary>What kinds of things there are.</summary>
    public required Ontology Ontology { get; init; }

    /// <summary>The sources by id.</summary>
    public required FrozenDictionary<string, Source> Sources { get; init; }

    /// <summary>The subjects by id.</summary>
    public required FrozenDictionary<string, Subject> Subjects { get; init; }

    /// <summary>The languages by BCP 47 tag, such as <c>en</c>.</summary>
    public required FrozenDictionary<string, LanguagePack> Languages { get; init; }

    /// <summary>A short hash of all files: two instances with the same version answer alike.</summary>
    public required string Version { get; init; }

    /// <summary>The pack for a locale such as <c>en-GB</c>: the same tag, else its language, else English.</summary>
    public LanguagePack LanguageFor(string? locale)
    {
        if (locale is not null && Languages.TryGetValue(locale, out var exact))
        {
            return exact;
        }

        var language = locale?.Split('-', '_')[0];
        return language is not null && Languages.TryGetValue(language, out var pack) ? pack : DefaultLanguage;
    }

    private LanguagePack DefaultLanguage => Languages.TryGetValue("en", out var english) ? english : Languages.Values[0];
}
