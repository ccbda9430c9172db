using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition;

/// <summary>How one utterance was understood.</summary>
public sealed record RecognizerResult
{
    /// <summary>Nothing was understood.</summary>
    public static RecognizerResult None { get; } = new();

    /// <summary>The best intent's id, even where its score was too low to act on; null when there was none at all.</summary>
    public string? Intent { get; init; }

    /// <summary>The mentions found in the utterance, from left to right.</summary>
    public ImmutableArray<RecognizedEntity> Entities { get; init; } = [];

    /// <summary>From 0 to 1: how sure the recognizer is of <see cref="Intent"/>.</summary>
    public double Score { get; init; }

    /// <summary>The second-best intent's id.</summary>
    public string? RunnerUp { get; init; }

    /// <summary>The score's distance to the runner-up's, from 0 to 1.</summary>
    public double Margin { get; init; }

    /// <summary>The known sentence nearest to the utterance.</summary>
    public string? Matched { get; init; }

    /// <summary>The words as they were understood: spelling put right, each mention as its type.</summary>
    public IReadOnlyList<string> ReadAs => Words;

    /// <summary>Whether the knowledge has a sentence with these very words.</summary>
    internal bool IsExact { get; init; }

    /// <summary>The words that the classifier saw, for finding <see cref="Matched"/>.</summary>
    internal ImmutableArray<string> Words { get; init; } = [];
}

/// <summary>A mention of something known in an utterance.</summary>
/// <param name="Type">What it is: a subject's type such as <c>office</c>.</param>
/// <param name="Id">Which one: the subject's id.</param>
/// <param name="Text">The mention as the user wrote it.</param>
/// <param name="Start">Where it starts, in UTF-16 units of the utterance.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Score">From 0 to 1: 1 where the mention is a known name to the letter.</param>
public sealed record RecognizedEntity(string Type, string Id, string Text, int Start, int Length, double Score)
{
    /// <summary>Whether a position of the utterance lies in the mention.</summary>
    public bool Covers(int position) => position >= Start && position < Start + Length;
}
