namespace DpkoBot.Turns.Cards;

/// <summary>What a channel can show of cards.</summary>
/// <param name="Version">The version of Adaptive Cards that it renders for certain.</param>
/// <param name="MaxLength">How many bytes of JSON a card may have; a longer list is cut.</param>
/// <param name="Click">What a click on a question is to send.</param>
public sealed record CardFeatures(string Version, int MaxLength, CardClick Click);
