using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>What can be asked of each subject, and the answers to it, as a conversation gives them: for checks and tables, with nothing to be trained.</summary>
public sealed class AnswerCatalogue
{
    private readonly KnowledgeBase knowledge;
    private readonly AnswerComposer composer;

    /// <summary>Opens the catalogue.</summary>
    /// <param name="knowledge">The knowledge.</param>
    /// <param name="pack">The language of the answers.</param>
    public AnswerCatalogue(KnowledgeBase knowledge, LanguagePack pack)
    {
        this.knowledge = knowledge;
        composer = new AnswerComposer(knowledge, pack);
    }

    /// <summary>The properties that people can ask of one subject of a type, by id.</summary>
    public IEnumerable<Property> PropertiesOf(string type) => knowledge.Ontology.Properties.Values
        .Where(p => p is { IsAsked: true, Kind: not (PropertyKind.Comparison or PropertyKind.Recall) } && p.Of.Contains(type))
        .OrderBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>The answer to a property of a subject; null where the knowledge has none.</summary>
    public CataloguedAnswer? Find(Subject subject, Property property)
    {
        if (!knowledge.Has(subject, property))
        {
            return null;
        }

        var answer = composer.Compose(new Question(property.Id, [subject.Id]));
        return new CataloguedAnswer(subject, property, answer.Text, answer.Facts);
    }

    /// <summary>Every answer, by type, subject and property.</summary>
    public IEnumerable<CataloguedAnswer> All() =>
        from subject in knowledge.Subjects.Values.OrderBy(s => s.Type, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)
        from property in PropertiesOf(subject.Type)
        let answer = Find(subject, property)
        where answer is not null
        select answer;
}

/// <summary>The answer to a property of a subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Property">The property.</param>
/// <param name="Text">The answer as Markdown, without its sources.</param>
/// <param name="Facts">The facts that it uses.</param>
public sealed record CataloguedAnswer(Subject Subject, Property Property, string Text, ImmutableArray<Fact> Facts);
