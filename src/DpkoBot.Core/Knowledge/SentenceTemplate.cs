using System.Buffers;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>
/// A pattern of what people say: <c>(when|what year) was {subject} [officially] (created|founded)</c>.
/// Round brackets hold alternatives, square brackets what may be missing, braces a slot for an entity.
/// </summary>
public sealed class SentenceTemplate
{
    /// <summary>The slot for a time, such as "in 2003".</summary>
    public const string TimeSlot = "time";

    /// <summary>Deeper brackets are a slip, and would exhaust the stack.</summary>
    private const int MaxDepth = 20;

    private static readonly SearchValues<char> Signs = SearchValues.Create("([{|}])");

    private readonly SentenceNode root;

    private SentenceTemplate(string text, string file, int line, SentenceNode root)
    {
        Text = text;
        File = file;
        Line = line;
        this.root = root;
        Slots = [.. root.Slots.Distinct()];
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
    public int Count => (int)Math.Min(root.Count, int.MaxValue);

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="file">The file that holds it, for messages.</param>
    /// <param name="line">Its line there.</param>
    /// <param name="problem">What is wrong with it and what to do, when the result is null.</param>
    public static SentenceTemplate? Parse(string text, string file, int line, out string? problem)
    {
        try
        {
            problem = null;
            return new SentenceTemplate(text, file, line, new Parser(text).Parse());
        }
        catch (FormatException exception)
        {
            problem = $"the sentence \"{text}\" cannot be read: {exception.Message}.";
            return null;
        }
    }

    /// <summary>
    /// Up to <paramref name="limit"/> of the sentences it stands for, spread evenly over all of them, always the same ones.
    /// Slots stand as <c>{name}</c>.
    /// </summary>
    public IEnumerable<string> Expand(int limit) => root.Count <= limit ? All() : Samples(limit);

    private IEnumerable<string> All()
    {
        for (var i = 0L; i < root.Count; i++)
        {
            var words = new List<string>();
            var number = i;
            root.AddNumbered(words, ref number);
            yield return string.Join(' ', words);
        }
    }

    private List<string> Samples(int limit)
    {
        // Where a template stands for hardly more sentences than are wanted, samples repeat each other.
        const int AttemptsPerSentence = 4;
        var sentences = new List<string>();
        var known = new HashSet<string>();
        for (var i = 0; i / AttemptsPerSentence < limit && sentences.Count < limit; i++)
        {
            var words = new List<string>();
            root.AddSample(words, i);
            if (string.Join(' ', words) is var sentence && known.Add(sentence))
            {
                sentences.Add(sentence);
            }
        }

        return sentences;
    }

    private sealed class Parser(string text)
    {
        private int position;
        private int depth;
        private int choices;

        public SentenceNode Parse() => ParseAlternatives(end: null);

        private SentenceNode ParseAlternatives(char? end)
        {
            var alternatives = new List<SentenceNode>();
            var sequence = new List<SentenceNode>();
            while (position < text.Length && text[position] != end)
            {
                switch (text[position])
                {
                    case '|':
                        position++;
                        alternatives.Add(new SentenceNode.Sequence([.. sequence]));
                        sequence.Clear();
                        break;
                    case '(' or '[':
                        sequence.Add(ParseGroup());
                        break;
                    case '{':
                        sequence.Add(ParseSlot());
                        break;
                    case ')' or ']' or '}':
                        throw new FormatException($"the '{text[position]}' at character {position + 1} closes nothing");
                    default:
                        sequence.Add(ParseWords());
                        break;
                }
            }

            if (position == text.Length && end is not null)
            {
                throw new FormatException($"a '{end}' is missing at its end");
            }

            alternatives.Add(new SentenceNode.Sequence([.. sequence]));
            return alternatives.Count == 1 ? alternatives[0] : new SentenceNode.Choice([.. alternatives], choices++);
        }

        private SentenceNode ParseGroup()
        {
            if (++depth > MaxDepth)
            {
                throw new FormatException($"its brackets nest more than {MaxDepth} deep");
            }

            var optional = text[position] == '[';
            position++;
            var inner = ParseAlternatives(optional ? ']' : ')');
            position++;
            depth--;
            return optional ? new SentenceNode.Choice([inner, new SentenceNode.Sequence([])], choices++) : inner;
        }

        private SentenceNode.Words ParseSlot()
        {
            var start = position;
            var close = text.IndexOf('}', position);
            if (close < position + 2 || text.AsSpan(start + 1, close - start - 1).ContainsAny(Signs))
            {
                throw new FormatException($"the slot at character {start + 1} is not written {{name}}");
            }

            position = close + 1;
            return new SentenceNode.Words(text[start..position]);
        }

        private SentenceNode.Words ParseWords()
        {
            var end = text.AsSpan(position).IndexOfAny(Signs);
            var start = position;
            position = end < 0 ? text.Length : start + end;
            return new SentenceNode.Words(text[start..position].Trim());
        }
    }
}
