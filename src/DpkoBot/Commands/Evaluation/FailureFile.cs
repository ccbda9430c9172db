using System.Text.Encodings.Web;
using System.Text.Json;

namespace DpkoBot.Commands.Evaluation;

/// <summary>Writes failing cases as an utterance file, so that they can be worked on and played again.</summary>
internal static class FailureFile
{
    // What JSON puts in quotes, YAML reads in the same way.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(string path, IReadOnlyCollection<ScoredFile> files, CancellationToken cancellationToken)
    {
        var failures = files.SelectMany(file => file.Failures.Select(scored => (file.File, scored))).ToList();
        List<string> lines =
        [
            $"# {failures.Count} of {files.Sum(file => file.Cases.Length)} cases failed.",
            $"language: {files.First().File.Language}",
            failures.Count == 0 ? "cases: []" : "cases:",
            .. failures.SelectMany(failure => Lines(failure.File, failure.scored)),
        ];
        return File.WriteAllLinesAsync(path, lines, cancellationToken);
    }

    private static IEnumerable<string> Lines(UtteranceFile file, ScoredCase scored)
    {
        yield return $"  # {file.Path}:{scored.Case.Line}: {EvaluationView.Got(scored.Reply)}";
        yield return scored.Case.Turns is [var only] ? $"  - say: {Quote(only)}" : $"  - turns: {Quote(scored.Case.Turns)}";
        yield return $"    kind: {Quote(scored.Case.Kind)}";
        switch (scored.Case.Expected)
        {
            case Expectation.Topics topics:
                yield return $"    topic: {Quote(topics.Ids)}";
                if (topics.All)
                {
                    yield return "    all: true";
                }

                break;
            case Expectation.Outcomes outcomes:
                yield return $"    outcome: {Quote(outcomes.Any.Select(Outcomes.NameOf))}";
                break;
        }
    }

    private static string Quote<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
