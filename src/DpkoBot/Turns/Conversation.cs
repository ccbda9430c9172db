using System.Collections.Immutable;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Turns;

/// <summary>What is remembered of one conversation. Only the turn that has entered it may touch it.</summary>
public sealed class Conversation
{
    // Channels send an activity again within seconds of a slow answer: the last few ids are enough.
    private const int IdsRemembered = 16;

    private readonly Queue<string> answered = new();

    public ConversationState State { get; set; } = ConversationState.Empty;

    public bool Greeted { get; set; }

    /// <summary>What the last answer was about, for a thumb that comes after it.</summary>
    public ImmutableArray<string> LastTopics { get; set; } = [];

    public bool HasAnswered(string? activityId) => activityId is not null && answered.Contains(activityId);

    public void RememberAnswered(string? activityId)
    {
        if (activityId is null)
        {
            return;
        }

        if (answered.Count == IdsRemembered)
        {
            answered.Dequeue();
        }

        answered.Enqueue(activityId);
    }

    public void Forget()
    {
        answered.Clear();
        State = ConversationState.Empty;
        Greeted = false;
        LastTopics = [];
    }
}

/// <summary>Names a conversation among those of all channels.</summary>
public readonly record struct ConversationKey(string ChannelId, string ConversationId)
{
    public static ConversationKey Of(Activity activity) => new(activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
}
