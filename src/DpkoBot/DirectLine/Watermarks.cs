using System.Globalization;

namespace DpkoBot.DirectLine;

internal static class Watermarks
{
    /// <summary>The position that a watermark stands for; without one, the very beginning.</summary>
    public static bool TryRead(string? watermark, out long position)
    {
        position = 0;
        return string.IsNullOrEmpty(watermark)
            || long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }
}
