using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Activities;
using DpkoBot.Turns.Cards;

namespace DpkoBot.Turns;

/// <summary>What a channel can show: the one place that says so. <c>docs/channels.md</c> is this table for people.</summary>
/// <param name="Markdown">Whether it renders Markdown; otherwise the text goes out plain.</param>
/// <param name="SuggestedActions">How many buttons it shows.</param>
/// <param name="MaxTextLength">How many UTF-16 units a message may have; a longer text goes out as several.</param>
/// <param name="Cards">What it can show of cards; null where it shows none, or a picture of them, and the text alone goes out.</param>
/// <param name="Citations">Whether it shows sources as such, beside the text.</param>
/// <param name="Traces">Whether it shows traces to a developer; every other channel never gets one.</param>
public sealed record ChannelFeatures(
    bool Markdown, int SuggestedActions, int MaxTextLength, CardFeatures? Cards = null, bool Citations = false, bool Traces = false)
{
    /// <summary>Longer titles are cut; the button still sends the whole question.</summary>
    public const int MaxTitleLength = 60;

    // 1.5 is the newest version that all of these render; the Emulator stays blank with 1.6.
    private static readonly CardFeatures WebChatCards = new("1.5", MaxLength: 60_000, CardClick.Text);

    // Teams refuses a card of more than 28 KB.
    private static readonly CardFeatures TeamsCards = new("1.5", MaxLength: 27_000, CardClick.TeamsMessageBack);

    private static readonly ChannelFeatures Unknown = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 4_000);

    private static readonly FrozenDictionary<string, ChannelFeatures> Known = new Dictionary<string, ChannelFeatures>
    {
        // Direct Line takes 256K characters an activity, with everything around the text.
        [ChannelIds.DirectLine] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 100_000, WebChatCards),
        [ChannelIds.Email] = new(Markdown: true, SuggestedActions: 0, MaxTextLength: 100_000),
        // The Emulator shows a card of version 1.6 as nothing at all.
        [ChannelIds.Emulator] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 100_000, WebChatCards, Traces: true),
        [ChannelIds.Facebook] = new(Markdown: false, SuggestedActions: 5, MaxTextLength: 2_000),
        [ChannelIds.Line] = new(Markdown: false, SuggestedActions: 5, MaxTextLength: 5_000),
        [ChannelIds.Slack] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 4_000),
        [ChannelIds.Sms] = new(Markdown: false, SuggestedActions: 0, MaxTextLength: 1_600),
        // Teams takes 100 KB a message, which must do where JSON writes a character as six, and shows the first three buttons.
        [ChannelIds.Teams] = new(Markdown: true, SuggestedActions: 3, MaxTextLength: 14_000, TeamsCards, Citations: true),
        [ChannelIds.Telegram] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 4_096),
        [ChannelIds.WebChat] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 100_000, WebChatCards),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The ids of the channels in the table; every other one is taken for a careful mean of them.</summary>
    public static ImmutableArray<string> KnownChannels { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The channel's id, or "other": what is counted by channel must not grow with what somebody sends.</summary>
    public static string NameOf(string? channelId) => channelId is not null && Known.ContainsKey(channelId) ? channelId : "other";

    public static ChannelFeatures Of(string? channelId) =>
        channelId is not null && Known.TryGetValue(channelId, out var features) ? features : Unknown;
}
