using System.Collections.Frozen;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads lists of phrases by what they stand for, as questions are cut: <c>9: [Sep, sept.]</c> gives "sep" and "sept".</summary>
internal static class PhraseLists
{
    public delegate bool KeyParser<T>(string key, out T value);

    /// <summary>Phrases with their values; a phrase that stands for two values is reported.</summary>
    /// <param name="file">What holds the lists.</param>
    /// <param name="key">The key that they stand below.</param>
    /// <param name="parse">Reads what a list stands for.</param>
    /// <param name="form">What that must be, for the message if it is not.</param>
    /// <param name="phrases">Where they are added.</param>
    public static void Read<T>(YamlMap file, string key, KeyParser<T> parse, string form, Dictionary<string, T> phrases)
    {
        var lists = file.Map(key, $"`{key}`");
        foreach (var (name, line) in lists?.Keys ?? [])
        {
            if (!parse(name, out var value))
            {
                file.File.Report(line, $"`{name}` of `{key}` is not {form}.");
                continue;
            }

            foreach (var (text, textLine) in lists!.Texts(name))
            {
                if (Normalize(file, text, textLine) is { } phrase && !phrases.TryAdd(phrase, value) && !Equals(phrases[phrase], value))
                {
                    file.File.Report(textLine, $"\"{text}\" of `{key}` stands for two things; keep one.");
                }
            }
        }
    }

    /// <summary>Phrases of one list.</summary>
    public static FrozenSet<string> Read(YamlMap file, string key) =>
        file.Texts(key).Select(t => Normalize(file, t.Text, t.Line)).OfType<string>().ToFrozenSet();

    private static string? Normalize(YamlMap file, string text, long line)
    {
        if (Utterance.Normalize(text) is { Length: > 0 } phrase)
        {
            return phrase;
        }

        file.File.Report(line, $"\"{text}\" holds no letter and no digit; write a word.");
        return null;
    }
}
