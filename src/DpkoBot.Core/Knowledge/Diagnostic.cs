using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge;

/// <summary>One problem in the knowledge, told to the author who can mend it.</summary>
/// <param name="File">The file, relative to the knowledge folder, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
public sealed record Diagnostic(string File, int Line, string Message)
{
    /// <summary>How a sentence about a wrong name ends: "; did you mean `x`?", or what there is.</summary>
    /// <param name="wrong">What was written.</param>
    /// <param name="rights">What could have been.</param>
    public static string Suggest(string wrong, IEnumerable<string> rights) => YamlMap.Suggest(wrong, rights);

    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
