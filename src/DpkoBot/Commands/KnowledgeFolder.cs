using System.CommandLine;
using DpkoBot.Core.Knowledge;
using DpkoBot.Operations;

namespace DpkoBot.Commands;

/// <summary>The knowledge that a command works on: the folder that it is given, or else the one that the host would serve.</summary>
internal static class KnowledgeFolder
{
    public static Option<string?> Option() => new("--knowledge")
    {
        Description = "The knowledge folder to use instead of the one that the bot serves.",
        HelpName = "FOLDER",
    };

    public static KnowledgeLoadResult Load(string? folder)
    {
        if (folder is null)
        {
            return KnowledgeSetup.Load(HostSettings.Read()[KnowledgeSetup.Setting]);
        }

        return Directory.Exists(folder)
            ? KnowledgeLoader.Load(folder)
            : new KnowledgeLoadResult(null, [new Diagnostic(folder, 0, "there is no such folder; --knowledge names the folder that holds facts/ and a folder for each language.")]);
    }

    /// <summary>The knowledge, or null after its problems were told.</summary>
    public static KnowledgeBase? LoadOrTell(string? folder, Terminal terminal)
    {
        var loaded = Load(folder);
        terminal.Errors.WriteProblems(loaded.Diagnostics);
        return loaded.Knowledge;
    }
}
