using System.Collections.Immutable;
using System.Globalization;

namespace DpkoBot.Core.Knowledge;

/// <summary>One sourced statement about a subject.</summary>
public sealed record Fact
{
    private const int ApproximateYears = 3;

    /// <summary>The id of the subject that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The id of the property that it gives.</summary>
    public required string Property { get; init; }

    /// <summary>The value.</summary>
    public required FactValue Value { get; init; }

    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Of when the source speaks.</summary>
    public required DateRange AsOf { get; init; }

    /// <summary>Since when it holds, where that is known.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Until when it held, where it no longer does.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>Whether the value only stood in: an acting head, say.</summary>
    public bool Acting { get; init; }

    /// <summary>Whether the sources leave open what held just before.</summary>
    public bool IsAfterGap { get; init; }

    /// <summary>For what comes before and after: the subject in which it does, such as the department that two people headed.</summary>
    public string? Scope { get; init; }

    /// <summary>The value and its time as authors write them; empty for a text, whose words stand with each language.</summary>
    public string Told()
    {
        var value = Value switch
        {
            FactValue.Date date => date.Value.ToString(),
            FactValue.Number number => number.ToString(),
            FactValue.Subject subject => subject.Id,
            FactValue.Wording { Key: { } key } => key,
            _ => "",
        };
        return (From, Until) switch
        {
            (null, null) => value,
            ({ } from, null) => $"{value} (from {from})",
            (null, { } until) => $"{value} (until {until})",
            ({ } from, { } until) => $"{value} (from {from} until {until})",
        };
    }

    /// <summary>
    /// Whether the source says that it held at some time of the period. What comes after the source it cannot say, unless it
    /// announces it.
    /// </summary>
    public bool HoldsIn(Period period) => period.Overlaps(From?.Earliest, LastDay) || (From is { } from && period.Overlaps(from.Earliest, from.Latest));

    /// <summary>The last day of which it is said; what is about a date can be a few years off.</summary>
    private DateOnly LastDay => Until is { } until ? until.Latest.AddYears(until.Approximate ? ApproximateYears : 0) : AsOf.End.Latest;
}

/// <summary>The value of a <see cref="Fact"/>.</summary>
public abstract record FactValue
{
    /// <summary>A date.</summary>
    public sealed record Date(PartialDate Value) : FactValue;

    /// <summary>A number, as exactly as it is known.</summary>
    /// <param name="Value">The number; of a range, the lower end.</param>
    /// <param name="UpTo">The upper end of a range.</param>
    /// <param name="Accuracy">How exact it is.</param>
    public sealed record Number(decimal Value, decimal? UpTo = null, Accuracy Accuracy = Accuracy.Exact) : FactValue
    {
        /// <summary>Reads <c>71</c>, <c>10.05</c>, <c>~4200</c> (about), <c>&gt;4400</c> (more than), <c>&lt;4200</c> (nearly), <c>284..287</c>.</summary>
        public static bool TryParse(string text, out Number number)
        {
            var accuracy = text.Length == 0 ? Accuracy.Exact : text[0] switch { '~' => Accuracy.About, '>' => Accuracy.MoreThan, '<' => Accuracy.Nearly, _ => Accuracy.Exact };
            var ends = (accuracy is Accuracy.Exact ? text : text[1..]).Split("..");
            var upTo = 0m;
            var read = TryRead(ends[0], out var value) & (ends.Length < 2 || TryRead(ends[1], out upTo)) & ends.Length <= 2;
            number = new Number(value, ends.Length == 2 ? upTo : null, accuracy);
            return read && !(number.UpTo <= number.Value);
        }

        /// <inheritdoc/>
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Accuracy switch { Accuracy.About => "~", Accuracy.MoreThan => ">", Accuracy.Nearly => "<", _ => "" }}{Value}{(UpTo is { } upTo ? $"..{upTo}" : "")}");

        private static bool TryRead(string text, out decimal value) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Another subject, by id.</summary>
    public sealed record Subject(string Id) : FactValue;

    /// <summary>Wording (of a text or a name) that each language keeps for itself.</summary>
    /// <param name="Key">The key of the wording, where it is not the property's id: a text that changed has one for each period.</param>
    public sealed record Wording(string? Key = null) : FactValue;
}

/// <summary>How exactly a number is known.</summary>
public enum Accuracy
{
    /// <summary>To the unit.</summary>
    Exact,

    /// <summary>Something like it.</summary>
    About,

    /// <summary>Somewhat more.</summary>
    MoreThan,

    /// <summary>Somewhat less.</summary>
    Nearly,
}

/// <summary>Where facts were read.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">Its title, in the language in which it was published.</param>
/// <param name="Url">Its https address, if it has one.</param>
/// <param name="Date">When it was written.</param>
/// <param name="IsUnverified">Whether it is no published source: what rests on it is said with a caution.</param>
public sealed record Source(string Id, string Title, string? Url, DateRange Date, bool IsUnverified = false);

/// <summary>Something that facts are about.</summary>
/// <param name="Id">The id, such as <c>orolsi</c>.</param>
/// <param name="Type">The type, such as <c>office</c>.</param>
/// <param name="Facts">All facts about it, derived ones included, in the order of the files.</param>
public sealed record Subject(string Id, string Type, ImmutableArray<Fact> Facts)
{
    /// <summary>Who keeps its facts true, if anybody is named.</summary>
    public string? Owner { get; init; }

    /// <summary>The file that holds it.</summary>
    public string File { get; init; } = "";

    /// <summary>Its line in that file.</summary>
    public int Line { get; init; }

    /// <summary>The facts that give one property; empty if the subject does not have it.</summary>
    public IEnumerable<Fact> Of(string property) => Facts.Where(f => f.Property == property);

    /// <summary>Whether the knowledge says anything of the property.</summary>
    public bool Has(string property) => Facts.Any(f => f.Property == property);
}
