using System.Globalization;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>The digits that a token starts with, of whatever script, and what follows them: "3rd" is 3 and "rd".</summary>
internal readonly ref struct Digits
{
    /// <summary>Longer numbers are none that people mean, and would not fit.</summary>
    private const int MaxLength = 15;

    private Digits(long value, int length, ReadOnlySpan<char> rest)
    {
        Value = value;
        Length = length;
        Rest = rest;
    }

    public long Value { get; }

    /// <summary>How many digits there are.</summary>
    public int Length { get; }

    public ReadOnlySpan<char> Rest { get; }

    /// <summary>Reads a token's digits; false if it starts with none, or with too many.</summary>
    public static bool TryRead(string token, out Digits digits)
    {
        var (value, length) = (0L, 0);
        while (length < token.Length && char.IsDigit(token[length]) && length <= MaxLength)
        {
            value = (value * 10) + (long)CharUnicodeInfo.GetNumericValue(token[length]);
            length++;
        }

        digits = new Digits(value, length, token.AsSpan(length));
        return length is > 0 and <= MaxLength;
    }

    /// <summary>Reads a token that is digits alone.</summary>
    public static bool TryReadAll(string token, out Digits digits) => TryRead(token, out digits) && digits.Rest.IsEmpty;
}
