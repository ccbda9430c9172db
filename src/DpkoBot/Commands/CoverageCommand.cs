using System.CommandLine;
using DpkoBot.Commands.Coverage;

namespace DpkoBot.Commands;

/// <summary>Shows which questions the knowledge answers of which subjects.</summary>
internal static class CoverageCommand
{
    public static Command Create(Terminal terminal)
    {
        var type = new Option<string?>("--type") { Description = "Only the subjects of a type, such as mission, each with a mark for every property.", HelpName = "TYPE" };
        var missing = new Option<bool>("--missing") { Description = "Lists what is missing, as subject/property, instead of the table." };
        var knowledge = KnowledgeFolder.Option();
        var command = new Command("coverage", "Shows what the knowledge answers: how many subjects of each type have which property, and where all is missing.")
        {
            type, missing, knowledge,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(type), parsed.GetValue(missing), parsed.GetValue(knowledge)));
        return command;
    }

    private static int Run(Terminal terminal, string? type, bool missing, string? folder)
    {
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge)
        {
            return ExitCode.Failed;
        }

        if (type is not null && !knowledge.Ontology.Types.Contains(type))
        {
            terminal.Errors.WriteRawLine($"`{type}` is not a type in facts/ontology.yaml; there are {string.Join(", ", knowledge.Ontology.Types.Order(StringComparer.Ordinal))}.");
            return ExitCode.Failed;
        }

        var pairs = CoveredPair.In(knowledge, type);
        if (missing)
        {
            terminal.Out.WriteMissing(pairs);
        }
        else if (type is not null)
        {
            terminal.Out.WriteSubjects(pairs);
        }
        else
        {
            terminal.Out.WriteTypes(pairs);
        }

        return ExitCode.Fine;
    }
}
