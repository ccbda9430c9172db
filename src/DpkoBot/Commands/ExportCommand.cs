using System.CommandLine;
using System.Globalization;
using DpkoBot.Commands.Exchange;

namespace DpkoBot.Commands;

/// <summary>Writes the free topics as pairs of questions and answers.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = $"The file to write; its ending tells the format: {PairFormats.Endings}." };
        var language = new Option<string?>("--language") { Description = "The tag of the language to write; English unless told.", HelpName = "TAG" };
        var knowledge = KnowledgeFolder.Option();
        var command = new Command("export", "Writes the topics as pairs of questions and answers, and says what could not be kept.") { file, language, knowledge };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(language), parsed.GetValue(knowledge)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? language, string? folder)
    {
        var format = PairFormats.Of(path);
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge)
        {
            return ExitCode.Failed;
        }

        if (language is not null && !knowledge.Languages.ContainsKey(language))
        {
            terminal.Errors.WriteRawLine($"The knowledge has no language `{language}`; it has {string.Join(", ", knowledge.Languages.Keys.Order(StringComparer.Ordinal))}.");
            return ExitCode.Failed;
        }

        var topics = ExportedTopics.Of(knowledge, knowledge.LanguageFor(language));
        using var stream = new MemoryStream();
        var lost = format.Write(topics.Pairs, stream);
        File.WriteAllBytes(path, stream.ToArray());
        terminal.Out.WriteRawLine(string.Create(CultureInfo.InvariantCulture, $"{path} is written: {topics.Pairs.Length} pairs."));
        foreach (var loss in topics.Lost.Concat(lost))
        {
            terminal.Out.WriteRawLine($"Lost: {loss}");
        }

        return ExitCode.Fine;
    }
}
