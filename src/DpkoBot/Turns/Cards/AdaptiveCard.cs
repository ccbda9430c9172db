using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpkoBot.Turns.Cards;

/// <summary>An Adaptive Card: those of its parts that the bot's cards are made of. https://adaptivecards.io/explorer</summary>
internal sealed record AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Type { get; } = "AdaptiveCard";

    public required string Version { get; init; }

    /// <summary>The language of the texts, as a BCP 47 tag.</summary>
    public required string Lang { get; init; }

    /// <summary>True where the language is written from right to left; null otherwise.</summary>
    public bool? Rtl { get; init; }

    public required string FallbackText { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }
}

/// <summary>Something that a card shows.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
internal abstract record CardElement
{
    public string? Id { get; init; }

    public string? Spacing { get; init; }

    /// <summary>False for what is hidden at first; null otherwise.</summary>
    public bool? IsVisible { get; init; }
}

internal sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; } = true;

    public string? Size { get; init; }

    public string? Weight { get; init; }

    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary><c>heading</c> for what screen readers are to take for one.</summary>
    public string? Style { get; init; }
}

internal sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

internal sealed record Fact(string Title, string Value);

internal sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    public CardElementAction? SelectAction { get; init; }
}

internal sealed record Column(string Width, IReadOnlyList<CardElement> Items)
{
    public string Type { get; } = "Column";
}

internal sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public CardElementAction? SelectAction { get; init; }
}

internal sealed record ActionSet(IReadOnlyList<CardElementAction> Actions) : CardElement;

/// <summary>Something that a click does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OpenUrl), "Action.OpenUrl")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(ToggleVisibility), "Action.ToggleVisibility")]
internal abstract record CardElementAction
{
    /// <summary>What a button says. What is clicked as a whole has none: it is read out by what it shows.</summary>
    public string? Title { get; init; }
}

internal sealed record OpenUrl(string Url) : CardElementAction;

internal sealed record Submit(JsonElement Data) : CardElementAction;

internal sealed record ToggleVisibility(IReadOnlyList<string> TargetElements) : CardElementAction;
