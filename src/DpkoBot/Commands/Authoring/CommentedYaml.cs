using System.Text;

namespace DpkoBot.Commands.Authoring;

/// <summary>A YAML file in which comments explain what can be filled in.</summary>
internal sealed class CommentedYaml
{
    private const int Width = 120;
    private readonly StringBuilder text = new();

    /// <param name="file">The file's name in the knowledge folder, which tells how far up the schemas are.</param>
    /// <param name="schema">The schema's file name.</param>
    public CommentedYaml(string file, string schema)
    {
        var up = string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/')));
        Line(0, $"# yaml-language-server: $schema={up}schema/{schema}");
    }

    /// <summary>A line as it stands.</summary>
    public CommentedYaml Line(int indent, string line)
    {
        text.Append(' ', indent).Append(line.TrimEnd()).Append('\n');
        return this;
    }

    /// <summary>Lines that count only once their author takes the marks away.</summary>
    public CommentedYaml Off(int indent, params IEnumerable<string> lines) => lines.Aggregate(this, (yaml, line) => yaml.Line(indent, $"# {line}"));

    /// <summary>An explanation, in as many lines as it takes.</summary>
    public CommentedYaml Note(int indent, string note)
    {
        var line = new StringBuilder();
        foreach (var word in note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && indent + line.Length + word.Length + 3 > Width)
            {
                Line(indent, $"# {line}");
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        return Line(indent, $"# {line}");
    }

    public override string ToString() => text.ToString();
}
