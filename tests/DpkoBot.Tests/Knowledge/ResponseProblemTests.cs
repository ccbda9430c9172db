using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with responses: none of it is left for the moment in which somebody asks.</summary>
public sealed class ResponseProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_response_that_names_what_is_no_property() => folder
        .Replacing(Responses, "established in {established}.\"\n  staff", "established in [{establishd}].\"\n  staff")
        .HasOneProblem(Responses, "{establishd}", "the response names `{establishd}`, which is not a property", "did you mean `established`?");

    [Fact]
    public void A_response_to_what_is_no_property() => folder
        .Adding(Responses, "  partof: \"{subject}\"\n")
        .HasOneProblem(Responses, "partof", "`partof` is not a property in facts/ontology.yaml", "did you mean `part_of`?");

    [Fact]
    public void A_placeholder_that_a_subject_lacks() => folder
        .Replacing(Responses, "{subject} {purpose}.", "{subject}, which has {staff} people, {purpose}.")
        .HasOneProblem(Responses, "which has", "the answer to `purpose` of `police` needs {staff}, which `police` does not have", "[square brackets]");

    [Fact]
    public void A_placeholder_of_a_composed_answer_that_a_subject_lacks() => folder
        .Replacing(Responses, "{subject}[ {purpose}][", "{subject} {purpose}[")
        .HasOneProblem(Responses, "overview:", "the answer to `overview` of `military` needs {purpose}");

    [Fact]
    public void A_date_that_a_fact_lacks() => folder
        .Replacing(Facts, "value: 120, from: 2019,", "value: 120,")
        .HasOneProblem(Responses, "staff:", "the answer to `staff` of `dept` needs {staff.from}, which `dept` does not have");

    [Fact]
    public void An_end_that_a_fact_lacks() => folder
        .Replacing(Responses, "since {staff.from}", "until {staff.until}")
        .HasOneProblem(Responses, "staff:", "the answer to `staff` of `dept` needs {staff.until}");

    [Fact]
    public void What_a_subject_lacks_can_stand_in_square_brackets() => folder
        .Replacing(Responses, "since {staff.from}", "[until {staff.until}]")
        .LoadGood();

    [Fact]
    public void An_answer_that_would_be_empty() => folder
        .Replacing(Responses, "{subject}[ {purpose}][ and was established in {established}].", "[{subject} {purpose}.][ {established}]")
        .HasOneProblem(Responses, "overview:", "the answer to `overview` of `military` would be empty");

    [Theory]
    [InlineData("{parts.number}", "`parts.number`: there is no `number` of a property")]
    [InlineData("{subject.form}", "`subject.form`: there is no `form` of the subject")]
    [InlineData("{parts.acronym}", "`parts.acronym`: there is no `acronym` of a property")]
    public void An_aspect_that_is_none(string placeholder, string message) => folder
        .Replacing(Responses, "{parts.count}", placeholder)
        .HasOneProblem(Responses, placeholder, message);

    [Theory]
    [InlineData("{subject} [{purpose}.", "a ']' is missing at its end")]
    [InlineData("{subject} {purpose}].", "the ']' at character 20 is out of place")]
    [InlineData("{subject} [a [{purpose}]].", "the '[' at character 14 is out of place (square brackets do not nest)")]
    [InlineData("{subject {purpose}.", "a placeholder is written {property}")]
    [InlineData("{subject} {purpose.", "a placeholder is written {property}")]
    [InlineData("{subject} {}.", "a placeholder is written {property}")]
    [InlineData("{subject} purpose}.", "the '}' at character 18 is out of place")]
    public void A_response_with_a_bracket_too_few_or_too_many(string response, string message) => folder
        .Replacing(Responses, "{subject} {purpose}.\"", response + "\"")
        .HasOneProblem(Responses, response, $"the response \"{response}\" cannot be read: {message}");
}
