namespace DpkoBot.Core.Conversation;

/// <summary>The five ways in which a turn can end.</summary>
public enum Outcome
{
    /// <summary>A question was answered from the knowledge.</summary>
    Answer,

    /// <summary>The bot asks which of a few meanings is meant.</summary>
    Clarify,

    /// <summary>The knowledge does not hold it: the bot says so and offers what is near.</summary>
    Fallback,

    /// <summary>Greetings, thanks, goodbye, help, who the bot is.</summary>
    Chitchat,

    /// <summary>Opinions, security, abuse, instructions to the bot: declined in a neutral tone.</summary>
    Refuse,
}
