namespace DpkoBot.Core.Recognition.Times;

/// <summary>A text as it is being read for times.</summary>
/// <param name="tokens">Its tokens.</param>
/// <param name="times">What was found to start at each of them so far.</param>
/// <param name="today">Today's date.</param>
internal readonly ref struct TimeScan(WrittenTokens tokens, ReadOnlySpan<TimeReading> times, DateOnly today)
{
    public readonly WrittenTokens Tokens = tokens;
    public readonly ReadOnlySpan<TimeReading> Times = times;
    public readonly DateOnly Today = today;

    /// <summary>The latest year up to this one that ends with these two digits.</summary>
    public static int Latest(int twoDigits, int thisYear) => thisYear - ((thisYear - twoDigits + 100) % 100);
}
