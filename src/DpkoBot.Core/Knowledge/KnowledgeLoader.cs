using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>Reads a knowledge folder, and reports every problem that it finds.</summary>
public static class KnowledgeLoader
{
    /// <summary>Loads and validates the folder. Never throws for what an author can have done wrong.</summary>
    public static KnowledgeLoadResult Load(string folder) => new(Directory.Exists(folder) ? new KnowledgeBase() : null, []);
}

/// <summary>The knowledge, or the problems that keep it from being used.</summary>
/// <param name="Knowledge">Null when there is any diagnostic.</param>
/// <param name="Diagnostics">All problems, by file and line.</param>
public sealed record KnowledgeLoadResult(KnowledgeBase? Knowledge, ImmutableArray<Diagnostic> Diagnostics);
