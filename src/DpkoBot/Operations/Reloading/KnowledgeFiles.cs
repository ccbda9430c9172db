using System.Globalization;
using System.Text;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Operations.Reloading;

/// <summary>
/// The knowledge's folder, and whether it is another than when it was last read. It is looked at again and again instead of
/// waiting for the system to tell: network drives and mounted volumes tell nothing.
/// </summary>
internal sealed class KnowledgeFiles(IConfiguration configuration)
{
    // An empty setting is told as a problem of the knowledge, like a folder that is not there.
    private readonly string? setting = configuration[KnowledgeSetup.Setting];
    private string read = "";
    private string seen = "";

    /// <summary>Whether something changed while the files were last read, so that half of it may be old.</summary>
    public bool ChangedWhileRead => Stamp() != read;

    public KnowledgeLoadResult Load()
    {
        read = seen = Stamp();
        return KnowledgeSetup.Load(setting);
    }

    /// <summary>
    /// Whether the files changed since they were last read, and are done changing: half of a copy is no knowledge, so a
    /// change counts once two looks have found the same.
    /// </summary>
    public bool HaveSettledAnew()
    {
        var now = Stamp();
        var settled = now != read && now == seen;
        seen = now;
        return settled;
    }

    private string Stamp()
    {
        var folder = new DirectoryInfo(KnowledgeSetup.PathOf(string.IsNullOrWhiteSpace(setting) ? "." : setting));
        var stamp = new StringBuilder();
        try
        {
            foreach (var entry in folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                // A volume that is mounted anew may change where a link leads, and not the link.
                var file = entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? entry;
                stamp.Append(CultureInfo.InvariantCulture, $"{entry.FullName}|{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Deleted in the middle, or no longer ours to read: whatever it is, it is not as before.
            stamp.Append(exception.GetType().Name);
        }

        return stamp.ToString();
    }
}
