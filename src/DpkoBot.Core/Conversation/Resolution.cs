using System.Collections.Immutable;

namespace DpkoBot.Core.Conversation;

/// <summary>Whether and for which subjects a property can be answered.</summary>
internal enum ResolutionKind
{
    /// <summary>The subjects have the property.</summary>
    Known,

    /// <summary>It is clear which subject is meant, and the knowledge does not have the property of it.</summary>
    Missing,

    /// <summary>It can be about any of the subjects.</summary>
    Open,

    /// <summary>The property does not go with what the utterance is about.</summary>
    Unfit,
}

/// <summary>The outcome of resolving a question's subjects.</summary>
/// <param name="Kind">Whether it can be answered.</param>
/// <param name="Subjects">For which subjects.</param>
/// <param name="With">What is named beside them and keeps it from being answered.</param>
/// <param name="IsDescribed">Whether they are described and not named.</param>
internal readonly record struct Resolution(ResolutionKind Kind, ImmutableArray<string> Subjects, ImmutableArray<string> With = default, bool IsDescribed = false)
{
    public static Resolution Unfit { get; } = new(ResolutionKind.Unfit, []);
}
