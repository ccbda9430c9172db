using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DpkoBot.Benchmarks.Scale;
using DpkoBot.Core.Recognition.Classification;
using DpkoBot.Core.Text;

namespace DpkoBot.Benchmarks.Fuzzing;

/// <summary>Asks the classifier what nobody would, a great many times: nothing may be thrown, and time may grow with the text's length only.</summary>
internal static class FuzzRun
{
    private const int Intents = 100;

    private static readonly string[] Pieces =
        ["?", " ", " ", " ", "\u200B", "\u200F", "\u202E", "\uD83D", "\uDE00", "\0", "😀", "👩\u200D👩\u200D👧", "维和行动", "إدارة عمليات", "<b>", "</div>", "**", "# ", "[x](y)", "§office", "D.P.K.O.", "U N", "\uFDFA", "\u0301", "ß", "İ", "Ⅷ", "ｗｉｄｅ", "ไทย", "a\u0301\u0327"];

    /// <param name="count">How many texts.</param>
    /// <param name="output">Where to print what was seen.</param>
    /// <returns>How many texts were answered wrongly or not at all.</returns>
    public static int Run(int count, TextWriter output)
    {
        var sentences = new SyntheticText().Sentences(2_000);
        var classifier = IntentClassifier.Train(sentences);
        var words = sentences.SelectMany(s => s.Words).Distinct().ToImmutableArray();
        var random = new Random(4);
        var (faults, characters, longest, watch) = (0, 0L, TimeSpan.Zero, Stopwatch.StartNew());
        for (var i = 0; i < count; i++)
        {
            // Mostly short ones; one in a thousand has several thousand characters.
            var text = Text(random, words, i % 1_000 == 0 ? 4_000 : random.Next(40));
            var start = Stopwatch.GetTimestamp();
            var fault = Fault(classifier, text);
            var elapsed = Stopwatch.GetElapsedTime(start);
            longest = elapsed > longest ? elapsed : longest;
            characters += text.Length;
            if (fault is not null)
            {
                faults++;
                output.WriteLine($"{fault}: {Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(text[..Math.Min(text.Length, 60)]))}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} texts, {characters:N0} characters, {faults} faults, {watch.Elapsed.TotalSeconds:0} s, {watch.Elapsed.TotalMicroseconds / count:0.0} µs a text with making it, the longest {longest.TotalMilliseconds:0.0} ms"));
        return faults;
    }

    private static string Text(Random random, ImmutableArray<string> words, int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => random.Next(4) switch
    {
        0 => Pieces[random.Next(Pieces.Length)],
        1 => ((char)random.Next(char.MaxValue + 1)).ToString(),
        2 => new string((char)random.Next('a', 'z' + 1), random.Next(1, 9)),
        _ => words[random.Next(words.Length)] + " ",
    }));

    private static string? Fault(IntentClassifier classifier, string text)
    {
        try
        {
            var result = classifier.Classify([.. Utterance.Parse(text).Tokens.Select(t => t.Text)], Intents);
            return result.Unknown is not (>= 0 and <= 1) ? "Unknown is no share"
                : result.Intents.Length != Intents || result.Intents.DistinctBy(i => i.Intent).Count() != Intents ? "Not every intent once"
                : result.Intents.Any(i => i.Score is not (>= 0 and <= 1)) ? "A score is no probability"
                : result.Intents.Zip(result.Intents.Skip(1)).Any(p => p.First.Score < p.Second.Score) ? "Not in the scores' order"
                : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }
}
