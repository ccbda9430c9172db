namespace DpkoBot.Core.Recognition.Classification;

/// <summary>Which features are made of a text, and how much each counts.</summary>
internal sealed record FeatureRecipe
{
    /// <summary>
    /// For words among which names are masked and synonyms known: these tell more than pieces and neighbours do there.
    /// </summary>
    public static FeatureRecipe Annotated { get; } = new() { Synonym = 0.9f, Piece = 0.45f, ShortestPiece = 3, Window = 0, Strangeness = 0.77f };

    public float Word { get; init; } = 1;

    public float Synonym { get; init; } = 2;

    /// <summary>Pieces of words, with the words' beginnings and ends marked.</summary>
    public float Piece { get; init; } = 1;

    public int ShortestPiece { get; init; } = 2;

    public int LongestPiece { get; init; } = 4;

    /// <summary>The beginnings of two words near each other, in whatever order; none where <see cref="Window"/> is 0.</summary>
    public float Together { get; init; } = 0.7f;

    /// <summary>How many words apart two words may be to count as together.</summary>
    public int Window { get; init; } = 8;

    /// <summary>How many letters of a word are its beginning: enough to tell it, few enough to leave its ending out.</summary>
    public int Beginning { get; init; } = 4;

    /// <summary>How much a feature that training never saw counts in the length, beside the rarest that it saw.</summary>
    public float Strangeness { get; init; } = 1.4f;

    /// <summary>How strange an ordinary word is that training never saw, beside other such words.</summary>
    public float OrdinaryStrangeness { get; init; } = 0.5f;

    /// <summary>No more features are kept; the rarest go first. Memory stays bounded however much there is to learn from.</summary>
    public int MaxFeatures { get; init; } = 1 << 18;
}
