using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>
/// How an answer reads: <c>{subject} was created in {established}[, when {established_under} was Secretary-General].</c>
/// Braces hold a property of the subject (or <c>subject</c> itself, or <c>established.from</c>); square brackets hold
/// what is left out when the subject lacks a property named in them.
/// </summary>
public sealed class ResponseTemplate
{
    private ResponseTemplate(string text, string file, int line, ImmutableArray<Part> parts)
    {
        Text = text;
        File = file;
        Line = line;
        Parts = parts;
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>The file that holds it.</summary>
    public string File { get; }

    /// <summary>Its line in that file.</summary>
    public int Line { get; }

    /// <summary>The pieces, from left to right.</summary>
    public ImmutableArray<Part> Parts { get; }

    /// <summary>All placeholders, with those of optional pieces.</summary>
    public IEnumerable<Placeholder> Placeholders => Parts.SelectMany(p => p is Optional o ? o.Parts : [p]).OfType<Placeholder>();

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="file">The file that holds it, for messages.</param>
    /// <param name="line">Its line there.</param>
    /// <param name="problem">What is wrong with it and what to do, when the result is null.</param>
    public static ResponseTemplate? Parse(string text, string file, int line, out string? problem)
    {
        var position = 0;
        var parts = ParseParts(text, ref position, nested: false, out var wrong);
        problem = wrong is null ? null : $"the response \"{text}\" cannot be read: {wrong}";
        return wrong is null ? new ResponseTemplate(text, file, line, parts) : null;
    }

    private static ImmutableArray<Part> ParseParts(string text, ref int position, bool nested, out string? wrong)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        wrong = null;
        while (position < text.Length && wrong is null && !(nested && text[position] == ']'))
        {
            var c = text[position];
            if (c == '[' && !nested)
            {
                position++;
                var inner = ParseParts(text, ref position, nested: true, out wrong);
                if (wrong is null && position == text.Length)
                {
                    wrong = "a ']' is missing at its end";
                }

                position++;
                parts.Add(new Optional(inner));
            }
            else if (c == '{')
            {
                var close = text.IndexOf('}', position);
                if (close < position + 2 || text.AsSpan(position + 1, close - position - 1).ContainsAny('[', ']', '{'))
                {
                    wrong = "a placeholder is written {property}";
                    break;
                }

                var names = text[(position + 1)..close].Split('.', 2);
                parts.Add(new Placeholder(names[0], names.Length > 1 ? names[1] : null));
                position = close + 1;
            }
            else if (c is '[' or ']' or '}')
            {
                wrong = $"the '{c}' at character {position + 1} is out of place (square brackets do not nest)";
            }
            else
            {
                var end = text.IndexOfAny(['[', ']', '{', '}'], position);
                end = end < 0 ? text.Length : end;
                parts.Add(new Literal(text[position..end]));
                position = end;
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>A piece of a template.</summary>
    public abstract record Part;

    /// <summary>Words that stand as they are.</summary>
    public sealed record Literal(string Text) : Part;

    /// <summary>A value to be filled in.</summary>
    /// <param name="Property">A property, or <c>subject</c>.</param>
    /// <param name="Aspect">What of it, one of <see cref="Aspects"/> (of <c>subject</c>, one of <see cref="SubjectAspects"/>); null for the value.</param>
    public sealed record Placeholder(string Property, string? Aspect) : Part
    {
        /// <summary>What there is of a property, beside its value.</summary>
        public static ImmutableArray<string> Aspects { get; } = ["from", "until", "as_of", "when", "list", "terms", "current", "former", "count", "name", "scope"];

        /// <summary>What there is of the subject, beside the way it is named in a sentence.</summary>
        public static ImmutableArray<string> SubjectAspects { get; } = ["name", "acronym"];

        /// <inheritdoc/>
        public override string ToString() => Aspect is null ? $"{{{Property}}}" : $"{{{Property}.{Aspect}}}";
    }

    /// <summary>Pieces that are left out together.</summary>
    public sealed record Optional(ImmutableArray<Part> Parts) : Part;
}
