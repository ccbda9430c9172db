using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands.Authoring;

/// <summary>Explains a property to who may fill it in.</summary>
internal static class PropertyNotes
{
    private const int Indent = 6;

    /// <summary>Writes the property with what its value is; only names count from the start.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="property">The property.</param>
    /// <param name="question">The question that it answers, if people ask for it.</param>
    public static void Write(CommentedYaml yaml, Property property, string? question)
    {
        yaml.Note(Indent, $"{(question is null ? "" : $"\"{question}\" ")}{ValueOf(property)}{(property.Changes ? " It can change, so the answer says of when it is." : "")}");
        var line = $"{property.Id}: {Example(property)}";
        _ = property.Kind is PropertyKind.Name or PropertyKind.Topic ? yaml.Line(Indent, line) : yaml.Off(Indent, line);
    }

    /// <summary>For what follows from another subject's facts: where to write it.</summary>
    public static string? WrittenAs(Property property, Ontology ontology) =>
        property.Inverse is null && ontology.Properties.Values.FirstOrDefault(p => p.Inverse == property.Id) is { } other
            ? $"it follows from `{other.Id}` of the {string.Join(" or ", other.Of)}."
            : null;

    private static string ValueOf(Property property) => property.Kind switch
    {
        PropertyKind.Date => "A date, as exact as it is known: 1992, 1992-03, 1992-03-01 or 1989~ (about).",
        PropertyKind.Number => "A number, as exact as it is known: 71, \"~4200\" (about), \">4400\" (more than), 284..287 (a range).",
        PropertyKind.Text => "A text; its words go below `texts` in each language.",
        PropertyKind.Name => "The name stands in each language.",
        PropertyKind.Topic => "The answer stands in each language.",
        _ => $"{(property.Many ? "Ids" : "The id")} of the type {string.Join(" or ", property.Targets)}.",
    };

    private static string Example(Property property) => property.Kind switch
    {
        PropertyKind.Date => "{ value: 1992-03-01 }",
        PropertyKind.Number => "{ value: 71 }",
        PropertyKind.Subject when property.AlwaysHeld => $"{{ value: {property.Targets[0]}-id, from: 2024-01 }}",
        PropertyKind.Subject => property.Many ? $"{{ value: [{property.Targets[0]}-id] }}" : $"{{ value: {property.Targets[0]}-id }}",
        _ => "{}",
    };
}
