using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace DpkoBot.Commands.Evaluation;

/// <summary>A mapping in an utterance file.</summary>
/// <param name="map">The mapping.</param>
/// <param name="what">What it is, for messages.</param>
/// <param name="report">Takes a problem with its line.</param>
internal sealed class YamlKeys(YamlMappingNode map, string what, Action<long, string> report)
{
    public long Line => map.Start.Line;

    public YamlNode? Node(string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public bool Has(string key) => Node(key) is not null;

    public long LineOf(string key) => Node(key)?.Start.Line ?? Line;

    public string? RequiredText(string key)
    {
        if (Node(key) is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        report(LineOf(key), $"{what} needs `{key}` with a text.");
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        var items = Node(key) is YamlSequenceNode list ? list.Children : [Node(key)!];
        var texts = items.OfType<YamlScalarNode>().Select(item => item.Value ?? "").Where(text => !string.IsNullOrWhiteSpace(text)).ToImmutableArray();
        if (texts.IsEmpty || texts.Length < items.Count)
        {
            report(LineOf(key), $"`{key}` must be a text or a list of texts.");
        }

        return texts;
    }

    public string? ExactlyOneOf(string first, string second)
    {
        if (Has(first) != Has(second))
        {
            return Has(first) ? first : second;
        }

        report(Line, Has(first) ? $"{what} has `{first}` and `{second}`; leave one of them out." : $"{what} needs `{first}` or `{second}`.");
        return null;
    }

    public void RejectOthersThan(params string[] known)
    {
        foreach (var key in map.Children.Keys.Where(key => !known.Contains((key as YamlScalarNode)?.Value)))
        {
            report(key.Start.Line, $"`{key}` is not a key of {what}; there are {string.Join(", ", known)}.");
        }
    }
}
