using System.Globalization;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Finds answers that are longer than what people read in a chat.</summary>
internal static class LongAnswers
{
    /// <summary>How many characters an answer may have, its sources not counted.</summary>
    public const int Limit = 900;

    public static IEnumerable<Diagnostic> In(KnowledgeBase knowledge) =>
        from pack in knowledge.Languages.Values.OrderBy(p => p.Tag, StringComparer.Ordinal)
        from answer in new AnswerCatalogue(knowledge, pack).All()
        where answer.Text.Length > Limit
        let wording = pack.Subjects[answer.Subject.Id]
        select new Diagnostic(
            wording.File,
            wording.Line,
            string.Create(CultureInfo.InvariantCulture, $"the answer to `{answer.Property.Id}` of `{answer.Subject.Id}` has {answer.Text.Length} characters, more than {Limit}; shorten its texts, or give `{answer.Subject.Id}` its own `answers`."));
}
