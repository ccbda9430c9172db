namespace DpkoBot.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dpkobot-").FullName;

    public string Write(string name, string text)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Copies the knowledge that the bot serves, to be broken.</summary>
    public void CopyKnowledge() => Copy("*.yaml");

    /// <summary>Copies the knowledge as authors have it, with the schemas.</summary>
    public void CopyKnowledgeWithSchemas() => Copy("*");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Copy(string pattern)
    {
        var knowledge = System.IO.Path.Combine(AppContext.BaseDirectory, "knowledge");
        foreach (var file in Directory.GetFiles(knowledge, pattern, SearchOption.AllDirectories))
        {
            Write(System.IO.Path.GetRelativePath(knowledge, file), File.ReadAllText(file));
        }
    }
}
