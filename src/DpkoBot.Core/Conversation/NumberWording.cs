using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Says numbers in a language, as exactly as they are known.</summary>
internal sealed class NumberWording(LanguageRules rules)
{
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;

    /// <summary>A number of a fact.</summary>
    public string Word(FactValue.Number number)
    {
        var text = number.UpTo is { } upTo
            ? rules.Phrase("number_range", ("start", Word(number.Value)), ("end", Word(upTo)))
            : Word(number.Value);
        return number.Accuracy switch
        {
            Accuracy.About => rules.Phrase("number_about", ("number", text)),
            Accuracy.MoreThan => rules.Phrase("number_more_than", ("number", text)),
            Accuracy.Nearly => rules.Phrase("number_nearly", ("number", text)),
            _ => text,
        };
    }

    /// <summary>A count, small ones in words.</summary>
    public string Count(int count) => count < rules.Numbers.Length ? rules.Numbers[count] : Word(count);

    private string Word(decimal value) => value switch
    {
        >= Billion when value % (Million * 10) == 0 => rules.Phrase("number_billion", ("number", Digits(value / Billion))),
        >= Million when value % 1000 == 0 => rules.Phrase("number_million", ("number", Digits(value / Million))),
        _ => Digits(value),
    };

    private static string Digits(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
