using DpkoBot.Activities;

namespace DpkoBot.DirectLine;

/// <summary>The conversations of this host, or of all hosts that share a Redis.</summary>
internal interface IDirectLineConversations
{
    /// <returns>The conversation, or null where there is none: it never started, it was silent for too long, or it ended.</returns>
    Task<IDirectLineConversation?> FindAsync(string id);

    /// <returns>The conversation, and whether it is a new one.</returns>
    Task<(IDirectLineConversation Conversation, bool IsNew)> FindOrStartAsync(string id);

    /// <summary>Forgets the conversation and everything in it.</summary>
    Task RemoveAsync(IDirectLineConversation conversation);
}

/// <summary>
/// One conversation: its latest activities in their order, and the one client that listens. Turns are taken one after
/// another, so that question and answer stay together however fast somebody types.
/// </summary>
internal interface IDirectLineConversation
{
    string Id { get; }

    /// <summary>Waits until those before it are done; the turn is over when what this gives is disposed of.</summary>
    Task<IAsyncDisposable> EnterTurnAsync(CancellationToken cancellationToken);

    /// <summary>An id for an activity of this conversation that no other one ever had or will have.</summary>
    string TakeActivityId();

    /// <summary>How long to wait until one more activity may come; none at all, and then it is counted.</summary>
    Task<TimeSpan> WaitForAnotherAsync();

    /// <summary>The id that an activity got when the client sent it before, if it did.</summary>
    Task<string?> FindPostedAsync(string? clientActivityId);

    /// <summary>Remembers the activities and sends them to the client, in one frame.</summary>
    /// <param name="activities">The activities.</param>
    /// <param name="clientActivityId">What the client calls the first of them, to be found should it send it again.</param>
    Task AddAsync(IReadOnlyList<Activity> activities, string? clientActivityId = null);

    /// <summary>What came after the activity at this position, as far as it is remembered.</summary>
    Task<ReadOnlyMemory<byte>> ReadAfterAsync(long watermark);

    /// <summary>
    /// Sends to this client from now on, beginning with what came after <paramref name="watermark"/>. It takes the place
    /// of the one before: that is most often a line that went dead unnoticed.
    /// </summary>
    Task<StreamConnection> ConnectAsync(long watermark);

    void Disconnect(StreamConnection gone);

    /// <summary>Notes that the client is still there.</summary>
    void Touch();
}
