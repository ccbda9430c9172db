using System.Collections.Immutable;

namespace DpkoBot.Core.Conversation.Cards;

/// <summary>
/// A reply to look at, for channels that can show one: what a subject is at a glance, or a list. Says nothing that its reply's
/// text needs, and stands on its own: it has its own sources. Plain texts, no Markdown.
/// </summary>
public sealed record ReplyCard
{
    /// <summary>What the card is about.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of thing that is, or how many there are.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What is known of it, in the order to be shown in.</summary>
    public ImmutableArray<CardFact> Facts { get; init; } = [];

    /// <summary>The heading of <see cref="Items"/>, where the title is none.</summary>
    public string? Heading { get; init; }

    /// <summary>The list, in the order to be shown in.</summary>
    public ImmutableArray<CardItem> Items { get; init; } = [];

    /// <summary>What is to be kept in mind: of when it is, what is not verified.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The sources of what the card shows, those first that carry most of it.</summary>
    public ImmutableArray<Citation> Sources { get; init; } = [];

    /// <summary>The words that come with showing it.</summary>
    public required CardLabels Labels { get; init; }
}

/// <summary>Something known, with its label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Value">The value.</param>
public sealed record CardFact(string Label, string Value);

/// <summary>A line of a list.</summary>
/// <param name="Title">What it is, shortly.</param>
/// <param name="Detail">What tells it apart.</param>
/// <param name="When">The years or the date.</param>
/// <param name="Question">The question for more about it, to be sent as if it had been typed.</param>
public sealed record CardItem(string Title, string? Detail, string? When, string? Question);

/// <summary>The words that come with showing a card.</summary>
/// <param name="Sources">The heading of the sources.</param>
/// <param name="Fewer">Hides the end of a long list again.</param>
/// <param name="MoreTemplate">Shows the rest of a long list; holds <c>{count}</c>.</param>
/// <param name="CutTemplate">Stands below a list that is too long for the channel; holds <c>{count}</c>.</param>
public sealed record CardLabels(string Sources, string Fewer, string MoreTemplate, string CutTemplate)
{
    /// <summary>What shows the rest of a long list.</summary>
    /// <param name="count">How many items the rest has.</param>
    public string More(int count) => Fill(MoreTemplate, count);

    /// <summary>What says how many items are missing.</summary>
    /// <param name="count">How many.</param>
    public string Cut(int count) => Fill(CutTemplate, count);

    private static string Fill(string template, int count) =>
        template.Replace("{count}", count.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
