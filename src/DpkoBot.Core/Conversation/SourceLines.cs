using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Names the sources of an answer.</summary>
internal sealed class SourceLines(KnowledgeBase knowledge, LanguagePack pack)
{
    /// <summary>An answer about many subjects names the sources that carry most of it.</summary>
    private const int MaxSources = 4;

    private readonly DateWording dates = new(pack.Rules);

    /// <summary>The lines that name the facts' sources (and say where there is no published one), and the sources as citations.</summary>
    public (string Lines, ImmutableArray<Citation> Citations) For(IReadOnlyCollection<Fact> facts)
    {
        var used = facts.GroupBy(f => (f.Source, f.AsOf)).OrderByDescending(g => g.Count()).Select(g => g.Key).ToList();
        var verified = used.FindAll(u => !knowledge.Sources[u.Source].IsUnverified);
        var citations = (verified.Count > 0 ? verified : used).Take(MaxSources).Select(u => Cite(knowledge.Sources[u.Source], u.AsOf)).Distinct().ToImmutableArray();
        var names = citations.Select(c => $"{(c.Url is null ? c.Title : $"[{c.Title}]({c.Url})")}, {c.Date}");
        var line = pack.Rules.Phrase(citations.Length == 1 ? "source" : "sources", ("sources", string.Join("; ", names)));
        return (used.Count > verified.Count ? $"{pack.Rules.Phrase("unverified")}\n\n{line}" : line, citations);
    }

    private Citation Cite(Source source, DateRange asOf) => new(source.Title, source.Url, dates.Word(asOf));
}
