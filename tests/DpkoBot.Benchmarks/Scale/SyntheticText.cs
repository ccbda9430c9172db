using System.Collections.Immutable;
using System.Text;
using DpkoBot.Core.Recognition.Classification;

namespace DpkoBot.Benchmarks.Scale;

/// <summary>Sentences and names that nobody wrote, as many as wanted and always the same ones.</summary>
internal sealed class SyntheticText
{
    private const int Intents = 100;
    private const int WordsOfIntent = 30;
    private static readonly string[] Syllables = ["ba", "del", "fi", "gor", "hu", "jan", "ki", "lor", "me", "nus", "pa", "rit", "so", "tem", "vo", "zul", "cra", "sti", "ple", "on"];

    private readonly Random random = new(7);
    private readonly string[] words;
    private readonly string[][] byIntent;

    public SyntheticText(int vocabulary = 5_000)
    {
        words = [.. Enumerable.Repeat(0, vocabulary * 2).Select(_ => Word()).Distinct().Take(vocabulary)];
        byIntent = [.. Enumerable.Range(0, Intents).Select(_ => Enumerable.Range(0, WordsOfIntent).Select(_ => words[random.Next(words.Length)]).ToArray())];
    }

    public ImmutableArray<LabeledSentence> Sentences(int count) => [.. Enumerable.Range(0, count).Select(i => Sentence(i % Intents))];

    /// <summary>Names of three words after "office of".</summary>
    public ImmutableArray<string> Names(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => $"office of {words[random.Next(words.Length)]} {words[random.Next(words.Length)]} {words[random.Next(words.Length)]}")];

    /// <summary>From five to twelve words, half of them the intent's own, the others the more often the nearer to the vocabulary's beginning.</summary>
    private LabeledSentence Sentence(int intent) => new(
        $"intent {intent}",
        [.. Enumerable.Range(0, random.Next(5, 13)).Select(_ => random.Next(2) == 0 ? byIntent[intent][random.Next(WordsOfIntent)] : words[(int)(words.Length * Math.Pow(random.NextDouble(), 4))])]);

    private string Word()
    {
        var word = new StringBuilder();
        for (var i = random.Next(1, 4); i >= 0; i--)
        {
            word.Append(Syllables[random.Next(Syllables.Length)]);
        }

        return word.ToString();
    }
}
