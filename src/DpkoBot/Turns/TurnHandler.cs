using System.Collections.Immutable;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Turns;

/// <summary>The one place where an activity becomes a question, and the bot's reply becomes activities.</summary>
/// <param name="engine">Answers.</param>
/// <param name="conversations">Remembers.</param>
/// <param name="given">Is told of each reply, if anybody wants to know.</param>
public sealed class TurnHandler(AnswerEngine engine, ConversationStore conversations, ReplyGiven? given = null)
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

    /// <summary>What the last answer in an activity's conversation was about; empty where there was none.</summary>
    public Task<ImmutableArray<string>> LastTopicsAsync(Activity activity, CancellationToken cancellationToken) => string.IsNullOrEmpty(activity.Conversation?.Id)
        ? Task.FromResult(ImmutableArray<string>.Empty)
        : conversations.RunTurnAsync(ConversationKey.Of(activity), conversation => conversation.LastTopics, cancellationToken);

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
        var reply = Question.In(message) is { } question
            ? Answer(question, message, conversation)
            : engine.Greet(message.Locale);
        var messages = ReplyRenderer.Render(message, reply);
        return new(ChannelFeatures.Of(message.ChannelId).Traces ? messages.Add(RecognitionTrace.Of(message, reply)) : messages);
    }

    private BotReply Answer(string question, Activity message, Conversation conversation)
    {
        var (reply, state) = engine.Answer(question, message.Locale, conversation.State);
        conversation.State = state;
        conversation.LastTopics = reply.Topics;
        given?.Invoke(question, reply, ConversationKey.Of(message));
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
        return new(ReplyRenderer.Render(update, engine.Greet(update.Locale)));
    }

    private static TurnResult Forget(Activity activity, Conversation conversation)
    {
        conversation.Forget();
        return TurnResult.Quiet;
    }
}
