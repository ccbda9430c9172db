using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>
/// A pattern of what people say: <c>(when|what year) was {subject} [officially] (created|founded)</c>.
/// Round brackets hold alternatives, square brackets what may be missing, braces a slot for an entity.
/// </summary>
public sealed class SentenceTemplate
{
    private readonly Node root;

    private SentenceTemplate(string text, string file, int line, Node root)
    {
        Text = text;
        File = file;
        Line = line;
        this.root = root;
        Slots = [.. root.Slots().Distinct()];
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>The file that holds it.</summary>
    public string File { get; }

    /// <summary>Its line in that file.</summary>
    public int Line { get; }

    /// <summary>The names of its slots, such as <c>subject</c> or <c>office</c>.</summary>
    public ImmutableArray<string> Slots { get; }

    /// <summary>How many sentences it stands for, at the most <see cref="int.MaxValue"/>.</summary>
    public int Count => (int)Math.Min(root.Count(), int.MaxValue);

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="file">The file that holds it, for messages.</param>
    /// <param name="line">Its line there.</param>
    /// <param name="problem">What is wrong with it and what to do, when the result is null.</param>
    public static SentenceTemplate? Parse(string text, string file, int line, out string? problem)
    {
        var position = 0;
        try
        {
            var root = ParseAlternatives(text, ref position, end: null);
            problem = null;
            return new SentenceTemplate(text, file, line, root);
        }
        catch (FormatException exception)
        {
            problem = $"the sentence \"{text}\" cannot be read: {exception.Message}";
            return null;
        }
    }

    /// <summary>
    /// Up to <paramref name="limit"/> of the sentences it stands for, spread evenly over all of them, always the same ones.
    /// Slots stand as <c>{name}</c>.
    /// </summary>
    public IEnumerable<string> Expand(int limit)
    {
        var count = root.Count();
        var take = Math.Min(count, limit);
        for (var i = 0L; i < take; i++)
        {
            var choice = count <= limit ? i : (long)((i + 0.5) * count / take);
            yield return string.Join(' ', root.Pick(ref choice).Where(w => w.Length > 0));
        }
    }

    private static Node ParseAlternatives(string text, ref int position, char? end)
    {
        var alternatives = new List<Node>();
        var sequence = new List<Node>();
        while (true)
        {
            if (position == text.Length || text[position] == end)
            {
                if (position == text.Length && end is not null)
                {
                    throw new FormatException($"a '{end}' is missing at its end");
                }

                alternatives.Add(new Node.Sequence([.. sequence]));
                return alternatives.Count == 1 ? alternatives[0] : new Node.Choice([.. alternatives]);
            }

            switch (text[position])
            {
                case '|':
                    position++;
                    alternatives.Add(new Node.Sequence([.. sequence]));
                    sequence.Clear();
                    break;
                case '(' or '[':
                    sequence.Add(ParseGroup(text, ref position));
                    break;
                case ')' or ']' or '}':
                    throw new FormatException($"the '{text[position]}' at character {position + 1} closes nothing");
                default:
                    sequence.Add(ParseWords(text, ref position));
                    break;
            }
        }
    }

    private static Node ParseGroup(string text, ref int position)
    {
        var optional = text[position] == '[';
        position++;
        var inner = ParseAlternatives(text, ref position, optional ? ']' : ')');
        position++;
        return optional ? new Node.Choice([inner, new Node.Sequence([])]) : inner;
    }

    private static Node.Words ParseWords(string text, ref int position)
    {
        var start = position;
        if (text[position] == '{')
        {
            var close = text.IndexOf('}', position);
            if (close < position + 2)
            {
                throw new FormatException("a slot is written {name}");
            }

            position = close + 1;
            return new Node.Words(text[start..position]);
        }

        while (position < text.Length && "([|)]{}".IndexOf(text[position], StringComparison.Ordinal) < 0)
        {
            position++;
        }

        return new Node.Words(text[start..position].Trim());
    }

    private abstract record Node
    {
        public abstract double Count();

        public abstract IEnumerable<string> Slots();

        public abstract IEnumerable<string> Pick(ref long choice);

        public sealed record Words(string Text) : Node
        {
            public override double Count() => 1;

            public override IEnumerable<string> Slots() => Text.StartsWith('{') ? [Text[1..^1]] : [];

            public override IEnumerable<string> Pick(ref long choice) => [Text];
        }

        public sealed record Sequence(ImmutableArray<Node> Parts) : Node
        {
            public override double Count() => Parts.Aggregate(1.0, (product, part) => product * part.Count());

            public override IEnumerable<string> Slots() => Parts.SelectMany(p => p.Slots());

            public override IEnumerable<string> Pick(ref long choice)
            {
                var words = new List<string>();
                foreach (var part in Parts)
                {
                    var count = (long)part.Count();
                    var inner = choice % count;
                    choice /= count;
                    words.AddRange(part.Pick(ref inner));
                }

                return words;
            }
        }

        public sealed record Choice(ImmutableArray<Node> Alternatives) : Node
        {
            public override double Count() => Alternatives.Sum(a => a.Count());

            public override IEnumerable<string> Slots() => Alternatives.SelectMany(a => a.Slots());

            public override IEnumerable<string> Pick(ref long choice)
            {
                foreach (var alternative in Alternatives)
                {
                    var count = (long)alternative.Count();
                    if (choice < count)
                    {
                        return alternative.Pick(ref choice);
                    }

                    choice -= count;
                }

                return Alternatives[^1].Pick(ref choice);
            }
        }
    }
}
