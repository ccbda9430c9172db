namespace DpkoBot.Core.Knowledge;

/// <summary>Everything the bot knows, validated and immutable.</summary>
public sealed class KnowledgeBase
{
}
