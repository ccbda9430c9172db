using System.Collections.Immutable;

namespace DpkoBot.Commands.Exchange;

/// <summary>A question in one or more wordings, with its answer.</summary>
internal sealed record QnaPair
{
    /// <summary>The wordings; the first is the one that is shown.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>The answer, perhaps as Markdown; empty where the file has none.</summary>
    public required string Answer { get; init; }

    /// <summary>Where it is from: a file's name, an address, or what its editors call it.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it is called in the file: a number by which prompts point to it, or an intent's name.</summary>
    public string Id { get; init; } = "";

    /// <summary>Whether it can be pointed to by a number.</summary>
    public bool HasNumber => Id.Length > 0 && Id.All(char.IsAsciiDigit);

    /// <summary>Keys and values to filter by, as the tables write them: <c>key:value|key:value</c>.</summary>
    public string Metadata { get; init; } = "";

    /// <summary>Follow-up prompts, as the tables write them: JSON.</summary>
    public string Prompts { get; init; } = "";
}

/// <summary>Pairs as they were read or are to be written.</summary>
/// <param name="Pairs">The pairs.</param>
/// <param name="Lost">What could not be kept, in sentences.</param>
internal sealed record PairFile(ImmutableArray<QnaPair> Pairs, ImmutableArray<string> Lost);

/// <summary>A way to write pairs into a file.</summary>
internal interface IPairFormat
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not of this format; the message says why and what to do.</exception>
    PairFile Read(Stream file);

    /// <summary>Writes a file.</summary>
    /// <returns>What the format has no place for, in sentences.</returns>
    ImmutableArray<string> Write(IReadOnlyCollection<QnaPair> pairs, Stream file);
}

/// <summary>The formats, by the endings of their files' names.</summary>
internal static class PairFormats
{
    /// <summary>Larger files are no questions and answers that people wrote.</summary>
    private const long MaxBytes = 20 * 1024 * 1024;

    private static readonly Dictionary<string, IPairFormat> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".tsv"] = new TsvFormat(),
        [".csv"] = new CsvFormat(),
        [".xlsx"] = new XlsxFormat(),
        [".qna"] = new QnaFormat(),
        [".lu"] = new LuFormat(),
    };

    public static string Endings => string.Join(", ", ByEnding.Keys);

    /// <exception cref="InvalidDataException">The ending is that of none.</exception>
    public static IPairFormat Of(string path) => ByEnding.TryGetValue(Path.GetExtension(path), out var format)
        ? format
        : throw new InvalidDataException($"{path}: the name must end with one of {Endings}, which tells the format.");

    /// <exception cref="InvalidDataException">The file is not there, too large, or not of its format.</exception>
    public static PairFile Read(string path)
    {
        var format = Of(path);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such file.");
        }

        using var file = File.OpenRead(path);
        if (file.Length > MaxBytes)
        {
            throw new InvalidDataException($"{path}: the file has {file.Length / 1024 / 1024} MB; split it into files of at most {MaxBytes / 1024 / 1024} MB.");
        }

        try
        {
            return format.Read(file);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }
}
