using DpkoBot.Core.Knowledge;
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

    /// <summary>"The Climate Security Bureau": words in capitals side by side, some of which the question has no other use for.</summary>
    /// <param name="message">The message.</param>
    /// <param name="utterance">The part of it that is read.</param>
    /// <param name="rules">The language's small words.</param>
    /// <param name="explains">Whether the intent knows a word.</param>
    public static string? Proper(Utterance message, AnnotatedUtterance utterance, LanguageRules rules, Func<string, bool> explains)
    {
        // Where most words have capitals, these tell nothing.
        if (utterance.Tokens.Count(t => t.IsCapitalized) * 2 > utterance.Tokens.Length + 1)
        {
            return null;
        }

        var run = new List<Token>();
        for (var i = 1; i <= utterance.Tokens.Length; i++)
        {
            if (i < utterance.Tokens.Length && IsNameless(utterance, i) && !rules.IsEmptyWord(utterance.Tokens[i].Text) && utterance.Tokens[i].IsCapitalized)
            {
                run.Add(utterance.Tokens[i]);
            }
            else if (run.Count > 1 && run.Exists(t => !explains(t.Text)))
            {
                return Written(message, run[0], run[^1]);
            }
            else if (i < utterance.Tokens.Length && !(IsNameless(utterance, i) && rules.IsEmptyWord(utterance.Tokens[i].Text)))
            {
                run.Clear();
            }
        }

        return null;
    }

    private static bool IsNameless(AnnotatedUtterance utterance, int position) => !utterance.Mentions.Any(m => m.First <= position && position < m.End);

    private static string Written(Utterance message, Token first, Token last) => message.Text[first.Start..(last.Start + last.Length)];
}
