using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>A property of subjects that is asked for.</summary>
/// <param name="Property">The property's id.</param>
/// <param name="Subjects">The subjects' ids; two and more when the question is about each of them.</param>
/// <param name="Time">The time that it asks about, if it names one.</param>
/// <param name="Scope">For what comes before or after: the subject in which it does.</param>
internal sealed record Question(string Property, ImmutableArray<string> Subjects, Period? Time = null, string? Scope = null)
{
    /// <summary>The question as <c>subject/property</c>, once for each subject.</summary>
    public IEnumerable<string> Topics => Subjects.Select(s => $"{s}/{Property}");
}
