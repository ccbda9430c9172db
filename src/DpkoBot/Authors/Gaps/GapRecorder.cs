using System.Collections.Frozen;
using System.Threading.Channels;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Operations;
using DpkoBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace DpkoBot.Authors.Gaps;

/// <summary>Takes note of questions without an answer, beside the turns and never in their way.</summary>
internal sealed class GapRecorder : BackgroundService
{
    /// <summary>More than these waiting to be written are dropped: a flood of questions shall not fill the memory.</summary>
    private const int MaxWaiting = 1000;

    private static readonly TimeSpan Sweep = TimeSpan.FromHours(1);
    private readonly Channel<(string Question, BotReply Reply, ConversationKey Conversation)> waiting =
        Channel.CreateBounded<(string, BotReply, ConversationKey)>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly FrozenDictionary<string, (Scrubber Scrubber, GapWords Words)> languages;
    private readonly GapStore store;
    private readonly AuthorsOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<GapRecorder> logger;

    public GapRecorder(KnowledgeBase knowledge, GapStore store, IOptions<AuthorsOptions> options, TimeProvider time, ILogger<GapRecorder> logger)
    {
        languages = knowledge.Languages.Values.ToFrozenDictionary(pack => pack.Tag, pack => (new Scrubber(pack), new GapWords(pack)));
        (this.store, this.options, this.time, this.logger) = (store, options.Value, time, logger);
    }

    /// <summary>Takes a reply that was given; of those that answer, nothing is kept.</summary>
    public void Take(string question, BotReply reply, ConversationKey conversation)
    {
        if (reply.Gap is not null)
        {
            waiting.Writer.TryWrite((question, reply, conversation));
        }
    }

    /// <summary>Takes a thumb for an answer.</summary>
    public void Take(string topic, string reaction) => Try(() => store.AddFeedback(topic, reaction, Today));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Sweep, time);
        var sweeping = SweepAsync(timer, stoppingToken);
        try
        {
            await foreach (var (question, reply, conversation) in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                Try(() => Write(question, reply, conversation));
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }

        await sweeping;
    }

    private async Task SweepAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            do
            {
                Try(() => store.DeleteBefore(Today.AddDays(-options.KeepDays)));
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private void Write(string question, BotReply reply, ConversationKey conversation)
    {
        var (scrubber, words) = languages[reply.Language];
        var text = scrubber.Scrub(question);
        if (Gap.Of(text, reply) is { } gap && words.Of(text) is { IsEmpty: false } telling)
        {
            store.Add(gap, telling, $"{conversation.ChannelId} {conversation.ConversationId}", Today);
        }
    }

    // A disk that is full costs the report, and nobody an answer.
    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (SqliteException exception)
        {
            Log.GapNotRecorded(logger, exception.SqliteErrorCode);
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
