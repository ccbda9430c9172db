namespace DpkoBot.BotFramework;

/// <summary>Why a request is refused, in a sentence for whoever wrote the client.</summary>
public sealed record Refusal(int Status, string Sentence);
