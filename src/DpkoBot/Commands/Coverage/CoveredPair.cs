using System.Collections.Immutable;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands.Coverage;

/// <summary>How well a property of a subject is known.</summary>
internal enum Cover
{
    /// <summary>There is an answer, from published sources.</summary>
    Answered,

    /// <summary>There is an answer, and something in it rests on no published source.</summary>
    Unverified,

    /// <summary>There is no answer.</summary>
    Missing,
}

/// <summary>A subject, a property that people can ask of it, and whether they get an answer.</summary>
internal sealed record CoveredPair(Subject Subject, Property Property, Cover Cover)
{
    /// <summary>All pairs (of a type, if one is given), by type, subject and property.</summary>
    public static ImmutableArray<CoveredPair> In(KnowledgeBase knowledge, string? type)
    {
        // What is answered is the same in all languages.
        var catalogue = new AnswerCatalogue(knowledge, knowledge.LanguageFor(null));
        return
        [
            .. from subject in knowledge.Subjects.Values
               where type is null || subject.Type == type
               orderby subject.Type, subject.Id
               from property in catalogue.PropertiesOf(subject.Type)
               select new CoveredPair(subject, property, CoverOf(catalogue.Find(subject, property), knowledge)),
        ];
    }

    private static Cover CoverOf(CataloguedAnswer? answer, KnowledgeBase knowledge) =>
        answer is null ? Cover.Missing
        : answer.Facts.Any(f => knowledge.Sources[f.Source].IsUnverified) ? Cover.Unverified
        : Cover.Answered;
}
