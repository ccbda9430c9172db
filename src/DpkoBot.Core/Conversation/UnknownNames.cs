using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Names in utterances that the knowledge does not hold.</summary>
internal static class UnknownNames
{
    /// <summary>The name of something that the knowledge is known not to hold, or that cannot be anything else than a name.</summary>
    public static string? In(Utterance message, AnnotatedUtterance utterance)
    {
        // The last of several: "the Secretary-General of NATO" asks about NATO.
        foreach (var mention in utterance.Mentions.Reverse())
        {
            switch (mention.Meanings[0].Type)
            {
                case EntityTypes.Outside:
                    return mention.Meanings[0].Id;
                case EntityTypes.Unknown:
                    return Written(message, utterance.Tokens[mention.First], utterance.Tokens[mention.End - 1]);
            }
        }

        return null;
    }

    /// <summary>"Explain Pythagoras": a word that is unknown where a name is expected.</summary>
    /// <param name="message">The message.</param>
    /// <param name="utterance">The part of it that is read.</param>
    /// <param name="expectsName">Whether the question needs a name and has none.</param>
    public static string? Strange(Utterance message, AnnotatedUtterance utterance, bool expectsName)
    {
        var strange = utterance.Strange;
        var name = strange.FirstOrDefault(t => (t.IsCapitalized && t.Length > 2 && t.Start > utterance.Tokens[0].Start) || expectsName);
        if (name.Text is not null)
        {
            return Written(message, name, name);
        }

        // "herve ladsous": two words side by side that nobody knows are somebody's name.
        var pair = strange.Zip(strange.Skip(1)).FirstOrDefault(p => p.Second.Start == p.First.Start + p.First.Length + 1);
        return pair.First.Text is null ? null : Written(message, pair.First, pair.Second);
    }

    private static string Written(Utterance message, Token first, Token last) => message.Text[first.Start..(last.Start + last.Length)];
}
