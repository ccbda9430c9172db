using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>What a text asks for, as far as its words tell.</summary>
/// <param name="Intents">The likeliest intents, the best first; none where nothing was learned.</param>
/// <param name="Unknown">From 0 to 1: the share of the text, rare things counting more, that training never saw.</param>
public sealed record ClassifierResult(ImmutableArray<RankedIntent> Intents, double Unknown)
{
    /// <summary>How far the best score lies before the next.</summary>
    public double Margin => Intents switch
    {
        [var best, var next, ..] => best.Score - next.Score,
        [var only] => only.Score,
        _ => 0,
    };
}

/// <summary>An intent that a text may ask for.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Score">
/// From 0 to 1: the share of answers at this score that are right, where one question in five asks for nothing that is known.
/// </param>
/// <param name="Margin">How far on the intent's side the text lies: about 1 for a clear member, below 0 for a stranger.</param>
public readonly record struct RankedIntent(string Intent, double Score, double Margin);
