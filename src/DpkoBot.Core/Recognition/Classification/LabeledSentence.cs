using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>A sentence to learn from.</summary>
/// <param name="Intent">What it asks for.</param>
/// <param name="Words">Its words, comparable as <see cref="Text.Token.Text"/> is. What is named in it may be masked by its type.</param>
public sealed record LabeledSentence(string Intent, ImmutableArray<string> Words);
