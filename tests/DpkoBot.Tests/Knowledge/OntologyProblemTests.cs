using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong in ontology.yaml, and what it wants of the other files.</summary>
public sealed class OntologyProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_kind_that_is_none() => folder
        .Replacing(Ontology, "overview: { kind: composite", "overview: { kind: composit")
        .HasProblem(Ontology, "composit,", "`composit` is not a kind of property", "did you mean `composite`?");

    [Fact]
    public void A_number_for_a_kind() => folder
        .Replacing(Ontology, "staff: { kind: number", "staff: { kind: 1")
        .HasProblem(Ontology, "kind: 1", "`1` is not a kind of property");

    [Fact]
    public void A_relation_without_a_target() => folder
        .Replacing(Ontology, "part_of: { kind: subject, of: [office], target: [department] }", "part_of: { kind: subject, of: [office] }")
        .HasProblem(Ontology, "part_of: {", "a property (`part_of`) must have a `target`");

    [Fact]
    public void A_type_that_is_none() => folder
        .Replacing(Ontology, "compare: { kind: comparison, of: [office] }", "compare: { kind: comparison, of: [offices] }")
        .HasOneProblem(Ontology, "offices", "`offices` is not a type", "did you mean `office`?");

    [Fact]
    public void A_property_of_nothing() => folder
        .Replacing(Ontology, "compare: { kind: comparison, of: [office] }", "compare: { kind: comparison }")
        .HasOneProblem(Ontology, "compare:", "a property (`compare`) lacks `of`");

    [Fact]
    public void An_inverse_that_is_no_property() => folder
        .Replacing(Ontology, "inverse: part_of", "inverse: partof")
        .HasProblem(Ontology, "properties:", "the inverse `partof` of `parts` is not a property", "did you mean `part_of`?");

    [Fact]
    public void An_inverse_that_does_not_lead_back() => folder
        .Replacing(Ontology, "inverse: part_of", "inverse: name")
        .HasProblem(Ontology, "properties:", "`name` cannot be the inverse of `parts`");

    [Fact]
    public void A_flag_that_is_neither_true_nor_false() => folder
        .Replacing(Ontology, "changes: true", "changes: yes")
        .HasOneProblem(Ontology, "changes: yes", "`changes` of a property (`staff`) must be true or false");

    [Fact]
    public void A_default_subject_that_is_none() => folder
        .Replacing(Ontology, "default_subject: dept", "default_subject: dep")
        .HasOneProblem(Ontology, null, "the default subject `dep` is not a subject", "did you mean `dept`?");

    [Fact]
    public void A_property_without_sentences() => folder
        .Replacing(Ontology, "when: { kind: recall }", "when: { kind: recall }\n  budget: { kind: number, of: [department] }")
        .Adding(Responses, "  budget: \"{subject} has {budget}.\"\n")
        .HasOneProblem(Ontology, null, "the property `budget` has no sentences in en/sentences/", "no question can reach it");

    [Fact]
    public void A_property_without_a_response() => folder
        .Replacing(Responses, "  compare: \"{subject.name}[ {purpose}].\"\n", "")
        .HasOneProblem(Responses, null, "the property `compare` has no response");

    [Fact]
    public void A_general_subject_that_is_not_there() => folder
        .Replacing(Ontology, "general_subjects: [world]", "general_subjects: [worlt]")
        .HasOneProblem(Ontology, null, "`worlt` in `general_subjects` is not a subject", "did you mean `world`?");

    [Fact]
    public void A_distinct_type_that_is_none() => folder
        .Replacing(Ontology, "distinct_types: [office, mission]", "distinct_types: [office, misson]")
        .HasOneProblem(Ontology, "misson", "`misson` is not a type", "did you mean `mission`?");

    [Theory]
    [InlineData("begins: [established]", "begins: [establisht]", "`establisht` in `begins` is not a property whose kind is `date`; did you mean `established`?")]
    [InlineData("ends: [ended]", "ends: [motto]", "`motto` in `ends` is not a property whose kind is `date`")]
    public void A_beginning_or_end_that_is_no_date(string right, string wrong, string message) => folder
        .Replacing(Ontology, right, wrong)
        .HasProblem(Ontology, wrong, message);

    [Theory]
    [InlineData("before: preceded_by", "before: precedes")]
    [InlineData("after: followed_by", "after: name")]
    [InlineData("after: followed_by", "after: part_of")]
    public void What_comes_before_or_after_by_what_cannot_tell_it(string right, string wrong) => folder
        .Replacing(Ontology, right, wrong)
        .HasOneProblem(Ontology, "properties:", $"`{wrong.Split(' ')[1]}` cannot name what comes before or after in `head`");

    [Fact]
    public void A_composed_answer_that_needs_what_is_no_property() => folder
        .Replacing(Ontology, "needs: position", "needs: positions")
        .HasProblem(Ontology, "properties:", "`career` needs `positions`, which is not a property", "did you mean `position`?");

    [Fact]
    public void What_nobody_asks_for_needs_no_sentences_and_no_response()
    {
        folder.Replacing(Ontology, ", silent: true", "");

        Assert.Equal(2, folder.Load().Diagnostics.Count(d => d.Message.Contains("`within` has no", StringComparison.Ordinal)));
    }
}
