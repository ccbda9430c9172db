using System.Collections.Immutable;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Turns.Cards;

namespace DpkoBot.Turns;

/// <summary>Gives a reply the shape that the channel of an activity can show.</summary>
internal static class ReplyRenderer
{
    /// <summary>One message, or several for a text that the channel does not take at once; buttons go with the last.</summary>
    public static ImmutableArray<Activity> Render(Activity incoming, BotReply reply)
    {
        var features = ChannelFeatures.Of(incoming.ChannelId);
        var text = features.Markdown ? reply.Text : MessageText.ToPlain(reply.Text);
        var messages = MessageText.Split(text, features.MaxTextLength)
            .Select(part => incoming.CreateReply() with
            {
                Text = part,
                TextFormat = features.Markdown ? "markdown" : "plain",
                Locale = reply.Language,
                InputHint = "acceptingInput",
            })
            .ToArray();
        messages[^1] = messages[^1] with { InputHint = reply.Outcome is Outcome.Clarify ? "expectingInput" : "acceptingInput" };
        messages[^1] = features.Cards is { } cards && reply.Card is { } card
            // A card stays where it is and brings the questions along: they are not shown twice.
            ? messages[^1] with { Attachments = [CardRenderer.Render(card, reply, reply.SuggestedQuestions.Take(features.SuggestedActions), cards)] }
            : messages[^1] with { SuggestedActions = Buttons(reply, features.SuggestedActions) };
        if (features.Citations)
        {
            messages[^1] = Citations.AddTo(messages[^1], reply.Citations);
        }

        return [.. messages];
    }

    private static SuggestedActions? Buttons(BotReply reply, int count)
    {
        CardAction[] actions = [.. reply.SuggestedQuestions
            .Take(count)
            .Select(question => CardAction.ImBack(MessageText.Shorten(question, ChannelFeatures.MaxTitleLength), question))];
        return actions.Length == 0 ? null : new SuggestedActions { Actions = actions };
    }
}
