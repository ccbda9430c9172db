using DpkoBot.Core.Conversation.Cards;

namespace DpkoBot.Turns.Cards;

/// <summary>Draws the list of a card: two columns, which a phone is wide enough for, and the end of a long list hidden at first.</summary>
internal static class CardList
{
    /// <summary>A list of so many items is shown as a whole.</summary>
    private const int MaxWhole = 12;

    /// <summary>Of a longer one so many are seen at first.</summary>
    private const int MaxVisible = 8;

    /// <summary>Wide enough for "18 September", narrow enough for a phone.</summary>
    private const string WhenWidth = "104px";

    private const string Rest = "rest";
    private const string Show = "show-rest";
    private const string Hide = "hide-rest";

    /// <param name="card">The card.</param>
    /// <param name="count">How many of its items the channel takes.</param>
    /// <param name="click">What a click on an item is to send.</param>
    public static IEnumerable<CardElement> Draw(ReplyCard card, int count, CardClick click)
    {
        if (card.Heading is { } heading)
        {
            yield return new TextBlock(heading) { Size = "Medium", Weight = "Bolder", Style = "heading" };
        }

        var rows = card.Items.Take(count).Select((item, i) => Row(item, click) with { Spacing = i == 0 ? null : "Small" }).ToList<CardElement>();
        if (count < card.Items.Length)
        {
            rows.Add(new TextBlock(card.Labels.Cut(card.Items.Length - count)) { IsSubtle = true });
        }

        var visible = rows.Count <= MaxWhole ? rows.Count : MaxVisible;
        foreach (var row in rows.Take(visible))
        {
            yield return row;
        }

        if (visible == rows.Count)
        {
            yield break;
        }

        yield return new Container(rows[visible..]) { Id = Rest, IsVisible = false };
        yield return Toggle(Show, card.Labels.More(card.Items.Length - visible), isVisible: null);
        yield return Toggle(Hide, card.Labels.Fewer, isVisible: false);
    }

    private static ActionSet Toggle(string id, string title, bool? isVisible) =>
        new([new ToggleVisibility([Rest, Show, Hide]) { Title = title }]) { Id = id, IsVisible = isVisible };

    private static ColumnSet Row(CardItem item, CardClick click)
    {
        List<CardElement> what = [new TextBlock(item.Title) { Weight = "Bolder" }];
        if (item.Detail is { } detail)
        {
            what.Add(new TextBlock(detail) { Size = "Small", IsSubtle = true, Spacing = "None" });
        }

        return new ColumnSet(item.When is { } when
            ? [new Column(WhenWidth, [new TextBlock(when)]), new Column("stretch", what)]
            : [new Column("stretch", what)])
        {
            SelectAction = item.Question is { } question ? new Submit(click.Data(question)) : null,
        };
    }
}
