namespace DpkoBot.Benchmarks.Corpora;

/// <summary>Misspells texts as typing fingers do, always in the same way.</summary>
internal static class TypingErrors
{
    public static string Make(string text, int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            text = MakeOne(text, random);
        }

        return text;
    }

    /// <summary>Drops, doubles or replaces a letter, or swaps it with the next.</summary>
    private static string MakeOne(string text, Random random)
    {
        var letters = Enumerable.Range(0, text.Length - 1).Where(i => char.IsLetter(text[i]) && char.IsLetter(text[i + 1])).ToArray();
        if (letters.Length == 0)
        {
            return text;
        }

        var at = letters[random.Next(letters.Length)];
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => $"{text[..at]}{(char)('a' + random.Next(26))}{text[(at + 1)..]}",
            _ => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
        };
    }
}
