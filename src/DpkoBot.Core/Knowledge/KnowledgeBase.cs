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

    /// <summary>Whether the knowledge can answer the property of the subject.</summary>
    public bool Has(Subject subject, Property property) => Ontology.Answers(property, subject);

    /// <summary>The subjects that a subject can stand for: the area "training" for the division that does it, a post for what it leads.</summary>
    public IEnumerable<Subject> StandsFor(Subject subject) => subject.Facts
        .Where(f => Ontology.Properties[f.Property].StandsFor)
        .Select(f => f.Value)
        .OfType<FactValue.Subject>()
        .Select(v => Subjects[v.Id]);

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
