using System.CommandLine;
using DpkoBot.Commands.Authoring;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands;

/// <summary>Starts the files of a new subject or topic, for its author to fill in.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal)
    {
        var type = new Argument<string>("TYPE") { Description = "What it is: mission, person, office, topic, or another type from facts/ontology.yaml." };
        var name = new Argument<string>("NAME") { Description = "Its full name, in quotes; of a topic the question, such as \"May I visit the headquarters?\"." };
        var id = new Option<string?>("--id") { Description = "How other files refer to it; made from the name unless told.", HelpName = "ID" };
        var source = new Option<string?>("--source") { Description = "The id of its source in facts/sources.yaml; it can be filled in later.", HelpName = "ID" };
        var knowledge = AuthorsFolder.Option();
        var command = new Command("new", "Writes the files of a new subject or topic, with a comment for everything that can be said of it.")
        {
            type, name, id, source, knowledge,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, new NewSubject(parsed.GetRequiredValue(type), parsed.GetRequiredValue(name).Trim(), parsed.GetValue(id), parsed.GetValue(source)), parsed.GetValue(knowledge), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, NewSubject subject, string? folder, CancellationToken cancellationToken)
    {
        if (AuthorsFolder.FindOrTell(folder, terminal) is not { } path)
        {
            return ExitCode.Failed;
        }

        var (outline, problems) = KnowledgeOutline.Read(path);
        terminal.Errors.WriteProblems(problems);
        if (outline is null)
        {
            return ExitCode.Failed;
        }

        var files = subject.FaultIn(outline) is null ? SubjectFiles.For(subject, outline, new SchemaNotes(path)).ToList() : [];
        if ((subject.FaultIn(outline) ?? AuthorsFolder.FaultOfExisting(path, files)) is { } fault)
        {
            terminal.Errors.WriteRawLine(fault);
            return ExitCode.Failed;
        }

        await AuthorsFolder.WriteAsync(path, files, terminal, cancellationToken);
        terminal.Out.WriteRawLine($"Fill in what stands empty there, and what you know of the rest. Then: check --knowledge {path}");
        return ExitCode.Fine;
    }
}
