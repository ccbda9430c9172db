using DpkoBot.Turns;

namespace DpkoBot.BotFramework.Outbound;

/// <summary>
/// Lets a conversation's activities through one at a time and in the order in which they came: the next one's turn begins when
/// the replies to the one before are delivered, or else they could overtake each other.
/// </summary>
public sealed class ConversationOrder
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, Place> places = [];

    /// <summary>Waits until the conversation is free; it is until what this gives is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        var place = Take(conversation);
        try
        {
            await place.Free.WaitAsync(cancellationToken);
            return new Stay(this, place);
        }
        catch
        {
            Leave(place);
            throw;
        }
    }

    private Place Take(ConversationKey conversation)
    {
        lock (gate)
        {
            if (!places.TryGetValue(conversation, out var place))
            {
                places.Add(conversation, place = new Place(conversation));
            }

            place.Users++;
            return place;
        }
    }

    private void Leave(Place place)
    {
        lock (gate)
        {
            if (--place.Users == 0)
            {
                places.Remove(place.Conversation);
            }
        }
    }

    private sealed class Place(ConversationKey conversation)
    {
        public ConversationKey Conversation { get; } = conversation;

        public SemaphoreSlim Free { get; } = new(1, 1);

        /// <summary>How many are in it or wait for it.</summary>
        public int Users { get; set; }
    }

    private sealed class Stay(ConversationOrder order, Place place) : IDisposable
    {
        public void Dispose()
        {
            place.Free.Release();
            order.Leave(place);
        }
    }
}
