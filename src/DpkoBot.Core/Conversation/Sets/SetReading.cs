using System.Collections.Immutable;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation.Sets;

/// <summary>A set that an utterance asks for, or by which it describes what it asks about.</summary>
/// <param name="Set">The set.</param>
/// <param name="IsListing">Whether the members are asked for (or their number), and not something of them.</param>
/// <param name="AsksForAll">Whether its noun asks for every member: "the heads", "a timeline".</param>
/// <param name="AsksWhich">Whether a word of the utterance asks for names: "which", "list".</param>
/// <param name="Unexplained">How many of its words say something that is not in the set.</param>
/// <param name="Unused">Names that narrow nothing.</param>
internal sealed record SetReading(SubjectSet Set, bool IsListing, bool AsksForAll, bool AsksWhich, int Unexplained, ImmutableArray<Mention> Unused)
{
    /// <summary>Whether the set is all that the utterance is about.</summary>
    public bool IsWhole => Unexplained == 0 && Unused.IsEmpty;
}
