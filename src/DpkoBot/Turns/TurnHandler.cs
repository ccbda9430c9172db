using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Operations.Reloading;
using DpkoBot.Operations.Telemetry;

namespace DpkoBot.Turns;

/// <summary>The one place where an activity becomes a question, and the bot's reply becomes activities.</summary>
public sealed class TurnHandler(KnowledgeInService knowledge, IConversationStore conversations, BotMetrics metrics, TimeProvider time)
{
    /// <summary>Takes one activity of any type, of which nothing but the type is certain.</summary>
    public Task<TurnResult> HandleAsync(Activity activity, CancellationToken cancellationToken) => activity.Type switch
    {
        ActivityTypes.Message => InConversationAsync(activity, Answer, cancellationToken),
        ActivityTypes.ConversationUpdate => InConversationAsync(activity, Greet, cancellationToken),
        ActivityTypes.DeleteUserData or ActivityTypes.EndOfConversation => InConversationAsync(activity, Forget, cancellationToken),
        ActivityTypes.Invoke => Task.FromResult(new TurnResult([], Invokes.Answer(activity))),
        // Typing, reactions, installations, events and what is yet to come: nothing to say to them.
        _ => Task.FromResult(TurnResult.Quiet),
    };

    private Task<TurnResult> InConversationAsync(
        Activity activity, Func<Activity, Conversation, TurnResult> turn, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
        {
            return Task.FromResult(turn(activity, new Conversation()));
        }

        return conversations.RunTurnAsync(
            ConversationKey.Of(activity),
            conversation => Once(activity, conversation, turn),
            cancellationToken);
    }

    // Channels send an activity again when the answer was slow. One whose turn failed was not answered and may come again.
    private static TurnResult Once(Activity activity, Conversation conversation, Func<Activity, Conversation, TurnResult> turn)
    {
        if (conversation.HasAnswered(activity.Id))
        {
            return TurnResult.Quiet;
        }

        var result = turn(activity, conversation);
        conversation.RememberAnswered(activity.Id);
        return result;
    }

    private TurnResult Answer(Activity message, Conversation conversation)
    {
        var channel = ChannelFeatures.NameOf(message.ChannelId);
        using var span = BotTracing.StartAnswering(channel);
        var start = time.GetTimestamp();
        var reply = Question.In(message) is { } question
            ? Answer(question, message.Locale, conversation)
            : knowledge.Engine.Greet(message.Locale);
        var outcome = RecognitionTrace.NameOf(reply.Outcome);
        metrics.TurnTaken(channel, outcome, reply.Language, reply.Recognition.Score, time.GetElapsedTime(start));
        span.Answered(outcome, reply.Language, reply.Recognition.Score);
        var messages = ReplyRenderer.Render(message, reply);
        return new(ChannelFeatures.Of(message.ChannelId).Traces ? messages.Add(RecognitionTrace.Of(message, reply)) : messages);
    }

    private BotReply Answer(string question, string? locale, Conversation conversation)
    {
        var (reply, state) = knowledge.Engine.Answer(question, locale, conversation.State);
        conversation.State = state;
        return reply;
    }

    private TurnResult Greet(Activity update, Conversation conversation)
    {
        // The Emulator tells of the bot and the user in one activity, other channels in two.
        var somebodyCame = update.MembersAdded?.Any(member => member?.Id is { } id && id != update.Recipient?.Id) ?? false;
        if (!somebodyCame || conversation.Greeted)
        {
            return TurnResult.Quiet;
        }

        conversation.Greeted = true;
        return new(ReplyRenderer.Render(update, knowledge.Engine.Greet(update.Locale)));
    }

    private static TurnResult Forget(Activity activity, Conversation conversation)
    {
        conversation.Forget();
        return TurnResult.Quiet;
    }
}
