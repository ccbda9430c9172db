using System.Text;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Tests.Support;

/// <summary>A knowledge folder on disk: small and without a fault, until a test puts one in.</summary>
internal sealed class KnowledgeFolder : IDisposable
{
    public KnowledgeFolder()
    {
        foreach (var (file, text) in SmallKnowledge.Files)
        {
            With(file, text);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("knowledge-").FullName;

    public KnowledgeFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public KnowledgeFolder With(string file, byte[] bytes)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public KnowledgeFolder Without(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    /// <summary>Changes a piece of a file that occurs in it once.</summary>
    public KnowledgeFolder Replacing(string file, string old, string @new)
    {
        var text = TextOf(file);
        Assert.Equal(2, text.Split(old).Length);
        return With(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Adds lines to the end of a file.</summary>
    public KnowledgeFolder Adding(string file, string lines) => With(file, TextOf(file) + lines);

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public string TextOf(string file) => File.ReadAllText(PathOf(file));

    /// <summary>The line of a file, from 1, in which a text first begins.</summary>
    public int LineOf(string file, string text)
    {
        var start = TextOf(file).IndexOf(text, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} does not contain {text}");
        return TextOf(file).AsSpan(0, start).Count('\n') + 1;
    }

    public KnowledgeLoadResult Load() => KnowledgeLoader.Load(Path);

    public KnowledgeBase LoadGood()
    {
        var result = Load();
        Assert.Empty(result.Diagnostics);
        return result.Knowledge!;
    }

    /// <summary>
    /// Asserts that loading finds this problem and no other: at the line that holds <paramref name="at"/> (the file as a
    /// whole where that is null), in a message with these words.
    /// </summary>
    public void HasOneProblem(string file, string? at, params string[] words)
    {
        HasProblem(file, at, words);
        Assert.Single(Load().Diagnostics);
    }

    /// <summary>Asserts that loading finds this problem, perhaps with others that follow from it.</summary>
    public void HasProblem(string file, string? at, params string[] words)
    {
        var result = Load();
        Assert.Null(result.Knowledge);
        Assert.Contains(result.Diagnostics, problem =>
            problem.File == file
            && problem.Line == (at is null ? 0 : LineOf(file, at))
            && words.All(word => problem.Message.Contains(word, StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
