using System.Collections.Frozen;
using DpkoBot.Activities;

namespace DpkoBot.Turns;

/// <summary>What a channel can show.</summary>
/// <param name="Markdown">Whether it renders Markdown; otherwise the text goes out plain.</param>
/// <param name="SuggestedActions">How many buttons it shows.</param>
/// <param name="MaxTextLength">How many UTF-16 units a message may have; a longer text goes out as several.</param>
/// <param name="Traces">Whether it shows traces to a developer; every other channel never gets one.</param>
public sealed record ChannelFeatures(bool Markdown, int SuggestedActions, int MaxTextLength, bool Traces = false)
{
    /// <summary>Longer titles are cut; the button still sends the whole question.</summary>
    public const int MaxTitleLength = 60;

    private static readonly ChannelFeatures Unknown = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 4_000);

    private static readonly FrozenDictionary<string, ChannelFeatures> Known = new Dictionary<string, ChannelFeatures>
    {
        // Direct Line takes 256K characters an activity, with everything around the text.
        [ChannelIds.DirectLine] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 100_000),
        [ChannelIds.Emulator] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 100_000, Traces: true),
        [ChannelIds.Sms] = new(Markdown: false, SuggestedActions: 0, MaxTextLength: 1_600),
        // Teams takes 100 KB of UTF-16 and shows the first three buttons.
        [ChannelIds.Teams] = new(Markdown: true, SuggestedActions: 3, MaxTextLength: 40_000),
        [ChannelIds.WebChat] = new(Markdown: true, SuggestedActions: 5, MaxTextLength: 100_000),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ChannelFeatures Of(string? channelId) =>
        channelId is not null && Known.TryGetValue(channelId, out var features) ? features : Unknown;
}
