namespace DpkoBot.DirectLine;

/// <summary>The conversations in memory, as many and for as long as the limits allow.</summary>
internal sealed class DirectLineConversations(ConversationLimits limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DirectLineConversation> conversations = [];

    public DirectLineConversation? Find(string id)
    {
        lock (gate)
        {
            return conversations.TryGetValue(id, out var conversation) && !IsOver(conversation) ? conversation : null;
        }
    }

    /// <returns>The conversation, and whether it is a new one.</returns>
    public (DirectLineConversation Conversation, bool IsNew) FindOrStart(string id)
    {
        lock (gate)
        {
            if (conversations.TryGetValue(id, out var known) && !IsOver(known))
            {
                return (known, false);
            }

            MakeRoom();
            var conversation = new DirectLineConversation(id, limits, time);
            conversations[id] = conversation;
            return (conversation, true);
        }
    }

    /// <summary>Forgets the conversation and everything in it.</summary>
    public void Remove(DirectLineConversation conversation)
    {
        lock (gate)
        {
            Forget(conversation);
        }
    }

    private void MakeRoom()
    {
        foreach (var over in conversations.Values.Where(IsOver).ToList())
        {
            Forget(over);
        }

        while (conversations.Count >= limits.Conversations)
        {
            Forget(conversations.Values.MaxBy(conversation => conversation.Silence)!);
        }
    }

    private void Forget(DirectLineConversation conversation)
    {
        conversations.Remove(conversation.Id);
        conversation.End();
    }

    private bool IsOver(DirectLineConversation conversation) => conversation.Silence >= limits.Idle;
}
