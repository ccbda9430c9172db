using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition.Times;

/// <summary>A time that was spoken of, prepositions and articles included: "since the nineties".</summary>
/// <param name="First">The first token.</param>
/// <param name="Count">How many tokens.</param>
/// <param name="Start">The first day; null if there is none, as in "before 1990".</param>
/// <param name="End">The last day; null if there is none, as in "since 1990".</param>
/// <param name="Grain">How exactly it was said: 1990 is a year.</param>
internal readonly record struct TimeMention(int First, int Count, DateOnly? Start, DateOnly? End, TimeGrain Grain);

/// <summary>A number that was spoken of.</summary>
/// <param name="First">The first token.</param>
/// <param name="Count">How many tokens.</param>
/// <param name="Value">The number; 3 for "third".</param>
/// <param name="IsOrdinal">Whether it says which one rather than how many.</param>
internal readonly record struct NumberMention(int First, int Count, decimal Value, bool IsOrdinal);
