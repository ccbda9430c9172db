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
    public static YamlMap? Read(string folder, string path, DiagnosticBag diagnostics, Action<byte[]> onBytes)
    {
        var file = new YamlFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), diagnostics);
        var length = new FileInfo(path).Length;
        if (length > MaxBytes)
        {
            file.Report(0, $"the file has {length / 1024 / 1024} MB; split it into files of at most {MaxBytes / 1024 / 1024} MB.");
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        onBytes(bytes);
        return file.Parse(bytes);
    }

    public void Report(long line, string message) => Diagnostics.Add(Name, line, message);

    private YamlMap? Parse(byte[] bytes)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var line = bytes.Take(Math.Max(exception.Index, 0)).Count(b => b == (byte)'\n') + 1;
            Report(line, "the file is not UTF-8 here; save it again with the encoding UTF-8.");
            return null;
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text.TrimStart('\uFEFF')));
        }
        catch (YamlException exception)
        {
            Report(exception.Start.Line, $"this is not valid YAML: {(exception.InnerException ?? exception).Message} Check the indentation, quotes and colons near this line.");
            return null;
        }

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

        return new YamlMap(root, this, "this file");
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
