using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>
/// YAML without what knowledge never needs. Anchors and aliases can make a small file stand for a gigabyte, and deep
/// nesting exhausts the stack, which no catch can stop.
/// </summary>
internal sealed class PlainParser(string text) : IParser
{
    private const int MaxDepth = 32;
    private readonly Parser inner = new(new StringReader(text));
    private int depth;

    public ParsingEvent? Current => inner.Current;

    /// <summary>The line that was reached.</summary>
    public long Line => inner.Current?.End.Line ?? 1;

    public bool MoveNext()
    {
        if (!inner.MoveNext())
        {
            return false;
        }

        var current = inner.Current!;
        depth += current.NestingIncrease;
        if (depth > MaxDepth)
        {
            throw Refuse(current, $"this nests more than {MaxDepth} deep.");
        }

        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse(current, "anchors and aliases have no place here; put a text that begins with & or * into quotes.");
        }

        return current is not NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } }
            ? true
            : throw Refuse(current, "tags have no place here; put a text that begins with ! into quotes.");
    }

    private static YamlException Refuse(ParsingEvent current, string message) => new(current.Start, current.End, message);
}
