using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Cards;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Core.Conversation;

/// <summary>What the bot says in one turn, before it takes the shape of any channel.</summary>
public sealed record BotReply
{
    /// <summary>Which of the five outcomes this turn had.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// The whole reply as Markdown (paragraphs, "- " lists, **bold**, [links](https://...)). Complete without
    /// anything else in this record: an answer ends with its source and date.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>BCP 47 tag of the language in which <see cref="Text"/> is written, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The sources that <see cref="Text"/> names, in the order in which it names them.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>The answer to look at, for channels that can show it beside <see cref="Text"/>; null where words are enough.</summary>
    public ReplyCard? Card { get; init; }

    /// <summary>
    /// Questions to offer as buttons: for <see cref="Outcome.Clarify"/> the meanings to choose from, otherwise what the
    /// user may want to know next. Each is a whole question, to be sent as if it had been typed. At most five.
    /// </summary>
    public ImmutableArray<string> SuggestedQuestions { get; init; } = [];

    /// <summary>What was answered, as <c>subject/property</c> or a topic's id. Empty unless something was.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>The facts that an answer uses; empty unless something was answered.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>Why there is no answer; null for every outcome but <see cref="Outcome.Fallback"/> and <see cref="Outcome.Clarify"/>.</summary>
    public GapReason? Gap { get; init; }

    /// <summary>How the utterance was understood; for a message with several questions, the first of them.</summary>
    public RecognizerResult Recognition { get; init; } = RecognizerResult.None;
}

/// <summary>A source as it is shown to people.</summary>
/// <param name="Title">The source's name.</param>
/// <param name="Url">Where to read it (https), if it can be read at all.</param>
/// <param name="Date">When it was written or of when it speaks, in the reply's language.</param>
public sealed record Citation(string Title, string? Url, string? Date);
