using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>A piece of a <see cref="SentenceTemplate"/>, parsed.</summary>
internal abstract record SentenceNode
{
    /// <summary>How many sentences it stands for; a double, because brackets multiply beyond any integer.</summary>
    public abstract double Count { get; }

    /// <summary>The names of the slots in it.</summary>
    public abstract IEnumerable<string> Slots { get; }

    /// <summary>Adds the words of the sentence of that number, from 0 to <see cref="Count"/>; takes its own part of the number.</summary>
    public abstract void AddNumbered(List<string> words, ref long number);

    /// <summary>Adds the words of a sample; any two samples differ where they can.</summary>
    public abstract void AddSample(List<string> words, int sample);

    public sealed record Words(string Text) : SentenceNode
    {
        public override double Count => 1;

        public override IEnumerable<string> Slots => Text.StartsWith('{') ? [Text[1..^1]] : [];

        public override void AddNumbered(List<string> words, ref long number) => AddSample(words, 0);

        public override void AddSample(List<string> words, int sample)
        {
            if (Text.Length > 0)
            {
                words.Add(Text);
            }
        }
    }

    public sealed record Sequence(ImmutableArray<SentenceNode> Parts) : SentenceNode
    {
        public override double Count { get; } = Parts.Aggregate(1.0, (product, part) => product * part.Count);

        public override IEnumerable<string> Slots => Parts.SelectMany(p => p.Slots);

        public override void AddNumbered(List<string> words, ref long number)
        {
            foreach (var part in Parts)
            {
                var count = (long)part.Count;
                var inner = number % count;
                number /= count;
                part.AddNumbered(words, ref inner);
            }
        }

        public override void AddSample(List<string> words, int sample)
        {
            foreach (var part in Parts)
            {
                part.AddSample(words, sample);
            }
        }
    }

    /// <param name="Alternatives">What it can be.</param>
    /// <param name="Number">Which choice of its template it is: choices are made independently of each other.</param>
    public sealed record Choice(ImmutableArray<SentenceNode> Alternatives, int Number) : SentenceNode
    {
        // Multiples of the square roots of different primes, cut to their fractions, fill (0, 1) evenly, and any two of the
        // sequences fill the square evenly: few samples reach every alternative, whatever its neighbours are.
        private static readonly ImmutableArray<double> Steps = [.. new[] { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53 }.Select(p => Math.Sqrt(p))];

        public override double Count { get; } = Alternatives.Sum(a => a.Count);

        public override IEnumerable<string> Slots => Alternatives.SelectMany(a => a.Slots);

        public override void AddNumbered(List<string> words, ref long number)
        {
            foreach (var alternative in Alternatives)
            {
                var count = (long)alternative.Count;
                if (number < count)
                {
                    alternative.AddNumbered(words, ref number);
                    return;
                }

                number -= count;
            }
        }

        public override void AddSample(List<string> words, int sample)
        {
            var place = Fraction(((sample + 0.5) * Steps[Number % Steps.Length]) + (Number / Steps.Length * 0.3)) * Count;
            foreach (var alternative in Alternatives.SkipLast(1))
            {
                if (place < alternative.Count)
                {
                    alternative.AddSample(words, sample);
                    return;
                }

                place -= alternative.Count;
            }

            Alternatives[^1].AddSample(words, sample);
        }

        private static double Fraction(double number) => number - Math.Floor(number);
    }
}
