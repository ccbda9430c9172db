using System.Collections.Immutable;
using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Turns;

/// <summary>Takes one activity from a front door: <see cref="TurnHandler"/>, or what a channel puts around it.</summary>
public delegate Task<TurnResult> HandleTurn(Activity activity, CancellationToken cancellationToken);

/// <summary>Takes note of a reply that a question got in a conversation. It must not wait.</summary>
public delegate void ReplyGiven(string question, Core.Conversation.BotReply reply, ConversationKey conversation);

/// <summary>Takes note of a thumb for an answer: <c>like</c> or <c>dislike</c>. It must not wait.</summary>
public delegate void ThumbGiven(string topic, string reaction);

/// <summary>What a front door has to do after a turn.</summary>
/// <param name="Replies">To be delivered strictly in this order; empty where there is nothing to say.</param>
/// <param name="InvokeResponse">The answer to an <c>invoke</c>, and null for every other type.</param>
public sealed record TurnResult(ImmutableArray<Activity> Replies, InvokeResponse? InvokeResponse = null)
{
    /// <summary>The activity was taken note of, and nothing is said.</summary>
    public static TurnResult Quiet { get; } = new([]);
}

/// <summary>The answer to an <c>invoke</c>: it becomes the HTTP answer itself.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, or null for none.</param>
public sealed record InvokeResponse(int Status, JsonElement? Body = null);
