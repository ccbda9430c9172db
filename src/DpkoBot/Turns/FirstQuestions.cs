using System.Collections.Immutable;
using DpkoBot.Operations.Reloading;

namespace DpkoBot.Turns;

/// <summary>The questions that the bot's greeting offers, for a page that shows them before there is a conversation.</summary>
public sealed class FirstQuestions(KnowledgeInService knowledge)
{
    /// <returns>The language that the questions are in, which is another where the knowledge has none of this one, and the questions.</returns>
    public (string Language, ImmutableArray<string> Questions) For(string locale)
    {
        var greeting = knowledge.Engine.Greet(locale);
        return (greeting.Language, greeting.SuggestedQuestions);
    }
}
