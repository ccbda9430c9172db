using System.Security.Cryptography;
using System.Text;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Finds and reads the files of a knowledge folder; what cannot be read is a diagnostic, never an exception.</summary>
internal sealed class FolderReader(string folder, DiagnosticBag diagnostics) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Whether everything could be read; where not, what seems to be missing may well be in what was not read.</summary>
    public bool AllRead { get; private set; } = true;

    /// <summary>A short hash of what was read.</summary>
    public string Version => Convert.ToHexStringLower(hash.GetCurrentHash())[..12];

    /// <summary>The names of the folders in the knowledge folder.</summary>
    public IEnumerable<string> Folders() =>
        Entries("").OfType<DirectoryInfo>().Select(d => d.Name);

    /// <summary>The YAML files directly in the knowledge folder, where nothing reads them.</summary>
    public IEnumerable<string> StrayFiles() =>
        Entries("").Where(e => e is FileInfo && IsYaml(e.Name)).Select(e => e.Name);

    /// <summary>The names of all YAML files in a folder and the folders in it, relative to the knowledge folder.</summary>
    public IEnumerable<string> Files(string name)
    {
        foreach (var entry in Entries(name))
        {
            var path = $"{name}/{entry.Name}";
            if (entry is FileInfo && IsYaml(path))
            {
                if (path.EndsWith(".yaml", StringComparison.Ordinal))
                {
                    yield return path;
                }
                else
                {
                    Add(path, "this file is not read; let its name end with .yaml.");
                }
            }
            else if (entry is DirectoryInfo { LinkTarget: not null })
            {
                // A link can lead back to where it is.
                Add(path, "a link to a folder is not followed; put the folder itself here.");
            }
            else if (entry is DirectoryInfo)
            {
                foreach (var file in Files(path))
                {
                    yield return file;
                }
            }
        }
    }

    /// <summary>A file's top-level mapping; null (with a diagnostic) if it has none.</summary>
    public YamlMap? Read(string name)
    {
        var bytes = ReadBytes(name);
        var map = bytes is null ? null : YamlFile.Parse(name, bytes, diagnostics);
        AllRead &= map is not null;
        return map;
    }

    public void Dispose() => hash.Dispose();

    private byte[]? ReadBytes(string name)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, name));
            if (stream.Length > YamlFile.MaxBytes)
            {
                Add(name, $"the file has {stream.Length / 1024 / 1024} MB; split it into files of at most {YamlFile.MaxBytes / 1024 / 1024} MB.");
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            AddUnreadable(name, exception);
            return null;
        }
    }

    // Names with a leading dot are not an author's: editors and mounted volumes leave them behind.
    private List<FileSystemInfo> Entries(string name)
    {
        try
        {
            var directory = new DirectoryInfo(Path.Combine(folder, name));
            return directory.Exists
                ? [.. directory.EnumerateFileSystemInfos().Where(e => !e.Name.StartsWith('.')).OrderBy(e => e.Name, StringComparer.Ordinal)]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            AddUnreadable(name, exception);
            return [];
        }
    }

    private void AddUnreadable(string name, Exception exception) =>
        Add(name, $"this cannot be read ({exception.Message.TrimEnd('.')}); check that it is there, that it is not locked, and who may read it.");

    private void Add(string name, string message)
    {
        AllRead = false;
        diagnostics.Add(name, 0, message);
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
