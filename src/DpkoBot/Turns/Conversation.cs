using System.Security.Cryptography;
using System.Text;
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

    public bool HasAnswered(string? activityId) => activityId is not null && answered.Contains(Short(activityId));

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

        answered.Enqueue(Short(activityId));
    }

    internal static Conversation Of(StoredConversation? stored)
    {
        var conversation = new Conversation();
        if (stored is not null)
        {
            conversation.State = stored.State;
            conversation.Greeted = stored.Greeted;
            foreach (var id in stored.Answered)
            {
                conversation.answered.Enqueue(id);
            }
        }

        return conversation;
    }

    internal StoredConversation ToStored() => new(State, Greeted, [.. answered]);

    // Channels may give ids of any length, and only whether two are the same matters.
    private static string Short(string activityId) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(activityId)).AsSpan(0, 12));

    public void Forget()
    {
        answered.Clear();
        State = ConversationState.Empty;
        Greeted = false;
    }
}

/// <summary>Names a conversation among those of all channels.</summary>
public readonly record struct ConversationKey(string ChannelId, string ConversationId)
{
    public static ConversationKey Of(Activity activity) => new(activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
}
