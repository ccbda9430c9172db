using System.Collections.Immutable;
using System.Globalization;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DpkoBot.Commands.Evaluation;

/// <summary>Reads an utterance file, and tells every problem in it with its line.</summary>
internal sealed class UtteranceFileReader
{
    private readonly string path;
    private readonly ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private UtteranceFileReader(string path) => this.path = path;

    /// <returns>The file, which is null when there are problems.</returns>
    public static async Task<(UtteranceFile? File, ImmutableArray<Diagnostic> Problems)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var reader = new UtteranceFileReader(path);
        var file = await reader.ReadAsync(cancellationToken);
        return (reader.problems.Count == 0 ? file : null, reader.problems.ToImmutable());
    }

    private async Task<UtteranceFile?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            Report(0, "there is no such file.");
            return null;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(await File.ReadAllTextAsync(path, cancellationToken)));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return ReadFile(new YamlKeys(root, "the file", Report));
            }

            Report(1, "the file must be one mapping with the keys `language` and `cases`.");
        }
        catch (YamlException exception)
        {
            Report(exception.Start.Line, $"this is not valid YAML: {(exception.InnerException ?? exception).Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(0, $"the file cannot be read: {exception.Message}");
        }

        return null;
    }

    private UtteranceFile ReadFile(YamlKeys keys)
    {
        keys.RejectOthersThan("language", "floor", "max_false", "cases");
        var cases = keys.Node("cases") is YamlSequenceNode list ? list.Children : [];
        if (cases.Count == 0)
        {
            Report(keys.Line, "there are no cases; `cases` must be a list of them.");
        }

        return new UtteranceFile(
            path,
            keys.RequiredText("language") ?? "",
            Percentage(keys, "floor"),
            Percentage(keys, "max_false"),
            [.. cases.Select(ReadCase).OfType<UtteranceCase>()]);
    }

    private UtteranceCase? ReadCase(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Report(node.Start.Line, "a case must have keys and values, such as `say: ...`.");
            return null;
        }

        var keys = new YamlKeys(map, "a case", Report);
        keys.RejectOthersThan("say", "turns", "kind", "topic", "all", "outcome");
        var turns = keys.ExactlyOneOf("say", "turns") is { } said ? keys.Texts(said) : [];
        Expectation? expected = keys.ExactlyOneOf("topic", "outcome") switch
        {
            "topic" => ReadTopics(keys),
            "outcome" => ReadOutcomes(keys),
            _ => null,
        };
        return keys.RequiredText("kind") is { } kind && expected is not null
            ? new UtteranceCase((int)keys.Line, kind, turns, expected)
            : null;
    }

    private Expectation.Topics ReadTopics(YamlKeys keys)
    {
        var all = keys.Has("all") ? keys.RequiredText("all") : "false";
        if (all is not (null or "true" or "false"))
        {
            Report(keys.LineOf("all"), "`all` must be true or false.");
        }

        return new Expectation.Topics(keys.Texts("topic"), all == "true");
    }

    private Expectation.Outcomes ReadOutcomes(YamlKeys keys)
    {
        if (keys.Has("all"))
        {
            Report(keys.LineOf("all"), "`all` goes with `topic`; a reply has one outcome only.");
        }

        var names = keys.Texts("outcome");
        foreach (var name in names.Where(name => Outcomes.Find(name) is null))
        {
            Report(keys.LineOf("outcome"), $"`{name}` is not an outcome; there are {string.Join(", ", Outcomes.Names)}.");
        }

        return new Expectation.Outcomes([.. names.Select(Outcomes.Find).OfType<Outcome>()]);
    }

    private double? Percentage(YamlKeys keys, string key)
    {
        if (!keys.Has(key) || keys.RequiredText(key) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
        {
            return percent;
        }

        Report(keys.LineOf(key), $"`{key}` must be a percentage: a number from 0 to 100, without a sign.");
        return null;
    }

    private void Report(long line, string message) => problems.Add(new Diagnostic(path, (int)line, message));
}
