using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace DpkoBot.Teams;

/// <summary>The zip with which DpkoBot is installed in Teams: <c>appPackage/</c>, filled in for one registration.</summary>
/// <param name="AppId">The bot's application id, a GUID.</param>
/// <param name="Domain">The host at which the bot is reached, such as <c>bot.example.org</c>.</param>
/// <param name="Privacy">Where its privacy statement is.</param>
/// <param name="Terms">Where its terms of use are.</param>
internal sealed partial record AppPackage(string AppId, string Domain, string Privacy, string Terms)
{
    /// <summary>What the message extension's command calls the text that is typed.</summary>
    public const string QueryParameter = "query";

    private const string Manifest = "manifest.json";

    // The only files that a package may have; the icons with their widths.
    private static readonly (string Name, int Width)[] Icons = [("color.png", 192), ("outline.png", 32)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "appPackage");

    private static string SchemaFile => Path.Combine(Folder, "schema", "MicrosoftTeams.schema.json");

    /// <summary>The manifest as it goes into the package.</summary>
    public string Fill() => File.ReadAllText(Path.Combine(Folder, Manifest))
        .Replace("{app-id}", AppId, StringComparison.Ordinal)
        .Replace("{domain}", Domain, StringComparison.Ordinal)
        .Replace("{website}", $"https://{Domain}/", StringComparison.Ordinal)
        .Replace("{privacy}", Privacy, StringComparison.Ordinal)
        .Replace("{terms}", Terms, StringComparison.Ordinal);

    /// <summary>What keeps Teams from taking the package, in sentences; empty when nothing does.</summary>
    public static async Task<ImmutableArray<string>> FindProblemsAsync(string manifest, CancellationToken cancellationToken)
    {
        if (!File.Exists(SchemaFile))
        {
            return ["The manifest's schema is not in this build, so that the package cannot be checked: install Node.js (https://nodejs.org), whose npm fetches it, and build again."];
        }

        return [.. await SchemaProblemsAsync(manifest, cancellationToken), .. Icons.Select(IconProblem).OfType<string>()];
    }

    /// <summary>Writes the zip.</summary>
    public static void Write(string manifest, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, Manifest, Encoding.UTF8.GetBytes(manifest));
        foreach (var (name, _) in Icons)
        {
            Add(zip, name, File.ReadAllBytes(Path.Combine(Folder, name)));
        }
    }

    private static async Task<IEnumerable<string>> SchemaProblemsAsync(string manifest, CancellationToken cancellationToken)
    {
        try
        {
            JsonDocument.Parse(manifest).Dispose();
        }
        catch (JsonException exception)
        {
            return [$"{Manifest}:{exception.LineNumber + 1}: it is not valid JSON."];
        }

        // It says that it is of draft 4 and has a keyword of draft 6, which NJsonSchema would pass over.
        var text = Const().Replace(await File.ReadAllTextAsync(SchemaFile, cancellationToken), "\"enum\": [$1]");
        var schema = await JsonSchema.FromJsonAsync(text, cancellationToken);
        return schema.Validate(manifest).Select(error => $"{Manifest}:{error.LineNumber}: {error.Path}: {error.Kind}.");
    }

    [GeneratedRegex("\"const\":\\s*(\"[^\"]*\")")]
    private static partial Regex Const();

    private static string? IconProblem((string Name, int Width) icon)
    {
        // The width and the height stand at a fixed place in a PNG's beginning.
        using var file = File.OpenRead(Path.Combine(Folder, icon.Name));
        Span<byte> head = stackalloc byte[24];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[..8].SequenceEqual<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return $"{icon.Name}: it is no PNG.";
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
        return width == icon.Width && height == icon.Width ? null : $"{icon.Name}: it must be {icon.Width} x {icon.Width}, and is {width} x {height}.";
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        // The same package has the same bytes, whenever it is made.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
