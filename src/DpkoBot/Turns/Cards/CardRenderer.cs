using System.Globalization;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Conversation.Cards;

namespace DpkoBot.Turns.Cards;

/// <summary>Gives a reply's card the shape of an Adaptive Card.</summary>
internal static class CardRenderer
{
    private const int MaxFallbackLength = 1_000;

    /// <summary>The card as an attachment, its list cut to what the channel takes.</summary>
    /// <param name="card">The card.</param>
    /// <param name="reply">The reply that it goes with.</param>
    /// <param name="questions">What to offer as next questions.</param>
    /// <param name="features">What the channel can show.</param>
    public static Attachment Render(ReplyCard card, BotReply reply, IEnumerable<string> questions, CardFeatures features)
    {
        var buttons = questions.ToList();
        for (var items = card.Items.Length; ; items = Fewer(items))
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(Draw(card, items, reply, buttons, features), CardJson.Default.AdaptiveCard);
            if (json.Length <= features.MaxLength || items == 0)
            {
                return new Attachment { ContentType = AdaptiveCard.ContentType, Content = JsonElement.Parse(json) };
            }
        }
    }

    // A tenth less each time: a few tries lead from the longest list to any size.
    private static int Fewer(int items) => items - Math.Max(1, items / 10);

    private static AdaptiveCard Draw(ReplyCard card, int items, BotReply reply, List<string> buttons, CardFeatures features) => new()
    {
        Version = features.Version,
        Lang = reply.Language,
        Rtl = CultureInfo.GetCultureInfo(reply.Language).TextInfo.IsRightToLeft ? true : null,
        FallbackText = MessageText.Shorten(MessageText.ToPlain(reply.Text), MaxFallbackLength),
        Body = [.. Head(card), .. CardList.Draw(card, items, features.Click), .. Foot(card), .. Questions(buttons, features.Click)],
    };

    private static IEnumerable<CardElement> Head(ReplyCard card)
    {
        yield return new TextBlock(card.Title) { Size = "Large", Weight = "Bolder", Style = "heading" };
        if (card.Subtitle is { } subtitle)
        {
            yield return new TextBlock(subtitle) { IsSubtle = true, Spacing = "None" };
        }

        if (!card.Facts.IsEmpty)
        {
            yield return new FactSet([.. card.Facts.Select(f => new Fact(f.Label, f.Value))]);
        }
    }

    private static IEnumerable<CardElement> Foot(ReplyCard card)
    {
        foreach (var note in card.Notes)
        {
            yield return new TextBlock(note) { Size = "Small", IsSubtle = true };
        }

        if (!card.Sources.IsEmpty)
        {
            yield return new TextBlock(card.Labels.Sources) { Size = "Small", Weight = "Bolder" };
        }

        foreach (var source in card.Sources)
        {
            yield return Source(source);
        }
    }

    /// <summary>A source, to be clicked where it can be read safely.</summary>
    private static CardElement Source(Citation source)
    {
        var text = source.Date is null ? source.Title : $"{source.Title}, {source.Date}";
        return Uri.TryCreate(source.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? new Container([new TextBlock(text) { Size = "Small", Color = "Accent" }]) { Spacing = "Small", SelectAction = new OpenUrl(url.AbsoluteUri) }
            : new TextBlock(text) { Size = "Small", Spacing = "Small" };
    }

    private static IEnumerable<CardElement> Questions(List<string> questions, CardClick click)
    {
        if (questions.Count > 0)
        {
            yield return new ActionSet([.. questions.Select(q => new Submit(click.Data(q)) { Title = MessageText.Shorten(q, ChannelFeatures.MaxTitleLength) })]);
        }
    }
}
