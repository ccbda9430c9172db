using DpkoBot.Activities;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Turns;

/// <summary>The one place where an activity becomes a question, and the bot's reply becomes activities.</summary>
public sealed class TurnHandler(AnswerEngine engine)
{
    /// <summary>Takes one activity of any type, of which nothing but the type is certain.</summary>
    public Task<TurnResult> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (activity.Type != ActivityTypes.Message)
        {
            return Task.FromResult(TurnResult.Quiet);
        }

        var result = engine.Answer(activity.Text ?? "", activity.Locale, ConversationState.Empty);
        return Task.FromResult(new TurnResult([activity.CreateReply() with { Text = result.Reply.Text, TextFormat = "markdown" }]));
    }
}
