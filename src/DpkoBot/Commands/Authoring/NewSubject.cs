using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands.Authoring;

/// <summary>A subject that an author is about to add.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name; of a topic the question.</param>
/// <param name="GivenId">Its id, if the author chose one.</param>
/// <param name="Source">The id of its source, if it is known already.</param>
internal sealed partial record NewSubject(string Type, string Name, string? GivenId, string? Source)
{
    private const int MaxIdLength = 60;

    public string Id { get; } = GivenId ?? IdFor(Name);

    /// <summary>Why it cannot be added, in a sentence; null where it can.</summary>
    public string? FaultIn(KnowledgeOutline outline) => this switch
    {
        _ when !outline.Ontology.Types.Contains(Type) => $"`{Type}` is not a type in facts/ontology.yaml{Diagnostic.Suggest(Type, outline.Ontology.Types)}",
        _ when outline.Languages.IsEmpty => "The knowledge has no language folder such as en/ to write the name in; make one.",
        { Name: "" } => "The name is empty; put it into quotes behind the type.",
        { Id: "" } => $"No id can be made of \"{Name}\", which has no Latin letters; choose one with --id, such as --id {Type}-1.",
        _ when !IdForm.IsMatch(Id) => $"`{Id}` cannot be an id; use small letters a to z, digits, and - or _ between them.",
        _ when outline.Subjects.Contains(Id) => $"There is a subject `{Id}` already; add to it, or give the new one another --id.",
        _ when Source is not null && !outline.Sources.Contains(Source) => $"`{Source}` is not in facts/sources.yaml{Diagnostic.Suggest(Source, outline.Sources)} Add it there first, or leave --source out for now.",
        _ => null,
    };

    /// <summary>An id that tells what it stands for: "Café du Nord" is <c>cafe-du-nord</c>.</summary>
    public static string IdFor(string name)
    {
        var bare = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
        {
            bare.Append(char.IsAsciiLetterOrDigit(letter) ? letter : letter is '\'' or '’' ? "" : "-");
        }

        var id = string.Join('-', bare.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        return id.Length <= MaxIdLength ? id : id[..(id.LastIndexOf('-', MaxIdLength) is > 0 and var end ? end : MaxIdLength)];
    }

    [GeneratedRegex("^[a-z0-9]+([-_][a-z0-9]+)*$")]
    private static partial Regex IdForm { get; }
}
