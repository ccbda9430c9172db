using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>One file of the knowledge folder, read into nodes that know their lines.</summary>
internal sealed class YamlFile
{
    /// <summary>Files over this size are a mistake: ten thousand subjects fit into some dozens of smaller ones.</summary>
    public const long MaxBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private YamlFile(string name, DiagnosticBag diagnostics)
    {
        Name = name;
        Diagnostics = diagnostics;
    }

    /// <summary>The path relative to the knowledge folder, with forward slashes.</summary>
    public string Name { get; }

    public DiagnosticBag Diagnostics { get; }

    /// <summary>The file's top-level mapping; null (with a diagnostic) if it has none.</summary>
    public static YamlMap? Parse(string name, byte[] bytes, DiagnosticBag diagnostics)
    {
        var file = new YamlFile(name, diagnostics);
        return file.Decode(bytes) is { } text && file.Load(text) is { } stream ? file.Root(stream) : null;
    }

    public void Report(long line, string message) => Diagnostics.Add(Name, line, message);

    private string? Decode(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            var line = bytes.Take(Math.Max(exception.Index, 0)).Count(b => b == (byte)'\n') + 1;
            Report(line, "the file is not UTF-8 here; save it again with the encoding UTF-8.");
            return null;
        }
    }

    private YamlStream? Load(string text)
    {
        var parser = new PlainParser(text);
        var stream = new YamlStream();
        try
        {
            stream.Load(parser);
            return stream;
        }
        catch (YamlException exception)
        {
            Report(Locate(exception, text), Explain(exception));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // What the parser throws for a bracket that is never closed, and for an escape that is no character.
            Report(parser.Line, "this is not valid YAML near here: a bracket may not be closed, or a \\ in double quotes may stand before the wrong letters.");
        }

        return null;
    }

    private YamlMap? Root(YamlStream stream)
    {
        if (stream.Documents.Count == 0)
        {
            Report(0, "the file is empty; delete it or fill it.");
            return null;
        }

        if (stream.Documents.Count > 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            Report(1, "the file must be one mapping of keys to values (\"key: value\").");
            return null;
        }

        return new YamlMap(root, this, "this file", root.Start.Line);
    }

    // The parser blames the start of what a tab is in, which can be the file's first line.
    private static long Locate(YamlException exception, string text)
    {
        var tab = exception.Message.Contains("tab", StringComparison.Ordinal)
            ? Array.FindIndex(text.Split('\n'), line => line.AsSpan(0, line.Length - line.TrimStart().Length).Contains('\t'))
            : -1;
        return tab >= 0 ? tab + 1 : exception.Start.Line;
    }

    private static string Explain(YamlException exception)
    {
        const string Duplicate = "Duplicate key ";
        return exception.Message.StartsWith(Duplicate, StringComparison.Ordinal)
            ? $"the key `{exception.Message[Duplicate.Length..]}` stands twice in the same place; put the two together."
            : exception.Message.Contains("quoted scalar", StringComparison.Ordinal)
            ? "this is not valid YAML: a text in quotes that starts here, or on a line above, does not end. Add the closing quote; a quote inside of double quotes is written \\\"."
            : exception.Message.Contains("expected key", StringComparison.Ordinal)
            ? "this is not valid YAML: this line is not indented like its neighbours. Let keys that belong together begin in the same column, with spaces and without tabs."
            : $"this is not valid YAML: {exception.Message.TrimEnd('.')}. Check the indentation (spaces, no tabs), quotes and colons near this line.";
    }
}

/// <summary>Gathers what is wrong, from any thread.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> diagnostics = [];

    public IEnumerable<Diagnostic> InOrder =>
        diagnostics.Distinct().OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Message, StringComparer.Ordinal);

    public int Count => diagnostics.Count;

    public void Add(string file, long line, string message) => diagnostics.Add(new Diagnostic(file, (int)line, message));
}
