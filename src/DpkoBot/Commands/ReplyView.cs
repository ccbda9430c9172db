using System.CommandLine;
using System.Globalization;
using DpkoBot.Authors.Gaps;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Recognition;
using Spectre.Console;

namespace DpkoBot.Commands;

/// <summary>Shows a reply, and how the bot came to it.</summary>
internal static class ReplyView
{
    public static Option<bool> WhyOption() => new("--why")
    {
        Description = "Also shows how the question was understood.",
    };

    public static Option<string?> LocaleOption() => new("--locale")
    {
        Description = "The language to speak, such as en or en-GB.",
        HelpName = "TAG",
    };

    public static void WriteReply(this IAnsiConsole console, BotReply reply, bool why)
    {
        console.WriteMarkdown(reply.Text);
        if (why)
        {
            console.Write(Explain(reply));
        }

        console.WriteLine();
    }

    private static Table Explain(BotReply reply)
    {
        var recognition = reply.Recognition;
        var table = new Table().HideHeaders().AddColumns("", "");
        AddRow(table, "outcome", Outcomes.NameOf(reply.Outcome));
        AddRow(table, "intent", recognition.Intent);
        AddRow(table, "score", Decimals(recognition.Score));
        AddRow(table, "runner-up", recognition.RunnerUp);
        AddRow(table, "margin", Decimals(recognition.Margin));
        AddRow(table, "read as", string.Join(' ', recognition.ReadAs));
        AddRow(table, "nearest sentence", recognition.Matched);
        AddRow(table, "entities", string.Join('\n', recognition.Entities.Select(Describe)));
        AddRow(table, "topics", string.Join('\n', reply.Topics));
        if (reply.Gap is { } gap)
        {
            AddRow(table, "no answer, because", GapReport.Explain(gap, recognition.Score));
        }

        AddRow(table, "facts", string.Join('\n', reply.Facts.Select(fact => $"{fact.Subject}/{fact.Property} {fact.Told()}".TrimEnd() + $", as of {fact.AsOf}: {fact.Source}")));
        return table;
    }

    private static void AddRow(Table table, string name, string? value) =>
        table.AddRow(new Text(name), new Text(string.IsNullOrEmpty(value) ? "-" : value));

    private static string Describe(RecognizedEntity entity) => $"\"{entity.Text}\": {entity.Type} {entity.Id}, score {Decimals(entity.Score)}";

    private static string Decimals(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
