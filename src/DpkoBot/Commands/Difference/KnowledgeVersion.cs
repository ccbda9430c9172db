using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands.Difference;

/// <summary>The knowledge as it is in a folder, or as it was in a git revision.</summary>
internal static class KnowledgeVersion
{
    /// <summary>The knowledge, or null after its problems were told.</summary>
    /// <param name="name">A folder, or a revision such as <c>main</c> or <c>HEAD~1</c>.</param>
    /// <param name="workingFolder">The knowledge folder in the repository whose revision is meant.</param>
    /// <param name="terminal">Takes the problems.</param>
    /// <param name="cancellationToken">Ends git, too.</param>
    public static async Task<KnowledgeBase?> LoadOrTellAsync(string name, string workingFolder, Terminal terminal, CancellationToken cancellationToken)
    {
        if (Directory.Exists(name))
        {
            return LoadOrTell(name, name, terminal);
        }

        var folder = Directory.CreateTempSubdirectory("dpkobot-diff-");
        try
        {
            if (await ExtractAsync(name, workingFolder, folder.FullName, cancellationToken) is { } fault)
            {
                terminal.Errors.WriteRawLine($"`{name}` is neither a folder nor a git revision that has {workingFolder}/: {fault}");
                return null;
            }

            return LoadOrTell(folder.FullName, name, terminal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static KnowledgeBase? LoadOrTell(string folder, string name, Terminal terminal)
    {
        var loaded = KnowledgeLoader.Load(folder);
        terminal.Errors.WriteProblems(loaded.Diagnostics.Select(problem => problem with { File = $"{name}: {problem.File}" }));
        return loaded.Knowledge;
    }

    /// <returns>What git says where it cannot; null where it could.</returns>
    private static async Task<string?> ExtractAsync(string revision, string workingFolder, string folder, CancellationToken cancellationToken)
    {
        if (revision.StartsWith('-'))
        {
            return "a revision does not start with a hyphen.";
        }

        if (!Directory.Exists(workingFolder))
        {
            return "that folder is not here; name it with --path.";
        }

        try
        {
            // In a folder, git archives that folder alone.
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", workingFolder, "archive", "--format=tar", revision])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = git.StandardError.ReadToEndAsync(cancellationToken);
            var archive = new MemoryStream();
            await git.StandardOutput.BaseStream.CopyToAsync(archive, cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            if (git.ExitCode != 0)
            {
                return (await errors).Trim();
            }

            archive.Position = 0;
            await TarFile.ExtractToDirectoryAsync(archive, folder, overwriteFiles: false, cancellationToken);
            return null;
        }
        catch (Win32Exception)
        {
            return "git is not installed.";
        }
    }
}
