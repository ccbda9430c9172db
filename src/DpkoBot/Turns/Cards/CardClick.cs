using System.Text.Json;

namespace DpkoBot.Turns.Cards;

/// <summary>What a click on a question sends.</summary>
public enum CardClick
{
    /// <summary>The question, which Web Chat and what is built on it sends as the user's message.</summary>
    Text,

    /// <summary>What Teams takes for a message of the user: it shows the question and sends it.</summary>
    TeamsMessageBack,
}

internal static class CardClicks
{
    public static JsonElement Data(this CardClick click, string question) => click switch
    {
        CardClick.TeamsMessageBack => JsonSerializer.SerializeToElement(
            new TeamsSubmit(question, new TeamsMessageBack(question, question)), CardJson.Default.TeamsSubmit),
        _ => JsonSerializer.SerializeToElement(question, CardJson.Default.String),
    };
}

/// <summary>What a submit holds for Teams.</summary>
/// <param name="Question">The question, for a client that does not know what <paramref name="Msteams"/> asks for and sends the data back.</param>
/// <param name="Msteams">What Teams is to do.</param>
internal sealed record TeamsSubmit(string Question, TeamsMessageBack Msteams);

internal sealed record TeamsMessageBack(string DisplayText, string Text)
{
    public string Type { get; } = "messageBack";
}
