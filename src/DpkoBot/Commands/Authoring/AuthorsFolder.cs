using System.CommandLine;

namespace DpkoBot.Commands.Authoring;

/// <summary>
/// The folder that authors write in. It is not the one that the bot serves: that is a copy beside the program, which the
/// next build overwrites.
/// </summary>
internal static class AuthorsFolder
{
    private const string Default = "knowledge";

    public static Option<string?> Option() => new("--knowledge")
    {
        Description = $"The knowledge folder to write in; {Default}/ in the current folder unless told.",
        HelpName = "FOLDER",
    };

    /// <summary>The folder's path, or null after it was told that there is none.</summary>
    public static string? FindOrTell(string? folder, Terminal terminal)
    {
        var path = folder ?? Default;
        if (Directory.Exists(path))
        {
            return path;
        }

        terminal.Errors.WriteRawLine(folder is null
            ? $"There is no folder {Default}/ here; go to the folder that holds it, or name it with --knowledge."
            : $"{folder}: there is no such folder; --knowledge names the folder that holds facts/ and a folder for each language.");
        return null;
    }

    /// <summary>Nothing that an author wrote is overwritten.</summary>
    public static string? FaultOfExisting(string folder, IEnumerable<(string Name, string Text)> files) =>
        files.FirstOrDefault(file => File.Exists(Path.Combine(folder, file.Name))) is { Name: { } existing }
            ? $"{Path.Combine(folder, existing)} is already there; give the new one another --id, or write into that file."
            : null;

    public static async Task WriteAsync(string folder, IEnumerable<(string Name, string Text)> files, Terminal terminal, CancellationToken cancellationToken)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellationToken);
            terminal.Out.WriteRawLine($"{path} is written.");
        }
    }
}
