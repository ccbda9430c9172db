using System.Collections.Immutable;

namespace DpkoBot.Core.Conversation;

/// <summary>A property of subjects that is asked for.</summary>
/// <param name="Property">The property's id.</param>
/// <param name="Subjects">The subjects' ids; two and more when the question is about each of them.</param>
/// <param name="Year">The year that it asks about, if it names one.</param>
internal sealed record Question(string Property, ImmutableArray<string> Subjects, int? Year = null)
{
    /// <summary>The question as <c>subject/property</c>, once for each subject.</summary>
    public IEnumerable<string> Topics => Subjects.Select(s => $"{s}/{Property}");
}
