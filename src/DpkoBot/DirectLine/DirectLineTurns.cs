using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Operations;

namespace DpkoBot.DirectLine;

/// <summary>Brings what users do before the bot, and what it says onto their streams.</summary>
internal sealed class DirectLineTurns(TurnDelegate bot, TimeProvider time, ILogger<DirectLineTurns> logger)
{
    /// <summary>How long a client waits for the bot at most; Direct Line's own limit.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    private static readonly ChannelAccount Bot = new() { Id = "dpkobot", Name = "DpkoBot", Role = "bot" };

    /// <summary>Tells the bot that somebody came in. A bot that fails to greet does not keep them out.</summary>
    public async Task StartAsync(IDirectLineConversation conversation, string userId, string? locale, CancellationToken cancellationToken)
    {
        await using var turn = await conversation.EnterTurnAsync(cancellationToken);
        var user = new ChannelAccount { Id = userId, Role = "user" };
        var arrival = Address(new Activity { Type = ActivityTypes.ConversationUpdate, Locale = locale, From = user }, conversation, userId)
            with { MembersAdded = [Bot, user] };
        try
        {
            // The client never sees the arrival, and Web Chat would hold back an answer to something that it cannot find.
            var replies = await TakeTurnAsync(arrival, cancellationToken);
            await conversation.AddAsync([.. replies.Select(reply => Deliver(reply, conversation) with { ReplyToId = null })]);
        }
        catch (BotFailedException exception)
        {
            Log.DirectLineBotFailed(logger, exception);
        }
    }

    /// <summary>
    /// Takes a turn. What the user said appears on the stream together with the replies, once the bot has taken it. What a
    /// client sends again, because no answer reached it, is not taken again.
    /// </summary>
    /// <returns>The activity's id.</returns>
    /// <exception cref="BotFailedException">The bot failed or took too long; nothing was added.</exception>
    /// <exception cref="UnwritableActivityException">The activity cannot be written as JSON again.</exception>
    public async Task<string> PostAsync(IDirectLineConversation conversation, Activity posted, string userId, CancellationToken cancellationToken)
    {
        await using var turn = await conversation.EnterTurnAsync(cancellationToken);
        var clientActivityId = ClientActivityIdOf(posted);
        if (await conversation.FindPostedAsync(clientActivityId) is { } earlier)
        {
            return earlier;
        }

        var activity = Address(posted, conversation, userId);
        EnsureWritable(activity);
        var replies = await TakeTurnAsync(activity, cancellationToken);
        await conversation.AddAsync([activity with { Recipient = null }, .. replies.Select(reply => Deliver(reply, conversation))], clientActivityId);
        return activity.Id!;
    }

    private static string? ClientActivityIdOf(Activity activity)
    {
        try
        {
            return activity.ChannelData is { ValueKind: JsonValueKind.Object } data
                && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: EnsureWritable refuses it in a moment.
            return null;
        }
    }

    private async Task<IEnumerable<Activity>> TakeTurnAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return (await bot(activity, either.Token)).Replies;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BotFailedException(exception);
        }
    }

    /// <summary>The activity as the bot sees it: who sent it, where and when is never the client's to say.</summary>
    private Activity Address(Activity activity, IDirectLineConversation conversation, string userId) => activity with
    {
        Id = conversation.TakeActivityId(),
        Timestamp = time.GetUtcNow(),
        ChannelId = ChannelIds.DirectLine,
        ServiceUrl = null,
        DeliveryMode = null,
        From = (activity.From ?? new ChannelAccount()) with { Id = userId, Role = "user", AadObjectId = null },
        Recipient = Bot,
        Conversation = new ConversationAccount { Id = conversation.Id },
    };

    private Activity Deliver(Activity reply, IDirectLineConversation conversation) => reply with
    {
        Id = conversation.TakeActivityId(),
        Timestamp = time.GetUtcNow(),
        ChannelId = ChannelIds.DirectLine,
        ServiceUrl = null,
        From = Bot,
        Recipient = null,
        Conversation = new ConversationAccount { Id = conversation.Id },
    };

    // Half of a surrogate pair in a part that the bot does not read (channelData, say) shows only when it is written.
    private static void EnsureWritable(Activity activity)
    {
        try
        {
            ActivityBytes.Of(activity);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new UnwritableActivityException(exception);
        }
    }
}
