using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong in facts/: each slip is one message, at the line where it is.</summary>
public sealed class FactProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_unknown_key_is_told_with_the_one_that_was_meant() => folder
        .Replacing(Facts, "as_of: 2018", "as_off: 2018")
        .HasOneProblem(Facts, "as_off", "`as_off` is not a key of the fact `established` of `police`", "did you mean `as_of`?");

    [Fact]
    public void An_unknown_key_like_no_other_is_told_with_all_that_there_are() => folder
        .Replacing(Sources, "date: 2019-01-01", "date: 2019-01-01\n    isbn: 1")
        .HasOneProblem(Sources, "isbn", "`isbn` is not a key of a source (`news`)", "it can be one of: ", "`title`", "`date`", "`url`");

    [Fact]
    public void A_fact_without_a_source() => folder
        .Adding(Facts, "    facts: { name: {} }\n")
        .HasOneProblem(Facts, "facts: { name", "the fact `name` of `military` has no source", "add `source:`");

    [Fact]
    public void A_source_that_is_not_there() => folder
        .Replacing(Facts, "source: news", "source: new")
        .HasOneProblem(Facts, "source: new", "`new` is not in facts/sources.yaml", "did you mean `news`?");

    [Fact]
    public void A_subjects_source_that_is_not_there_is_told_once_and_not_for_each_fact() => folder
        .Replacing(Facts, "type: department\n    source: page", "type: department\n    source: book")
        .HasOneProblem(Facts, "source: book", "`book` is not in facts/sources.yaml");

    [Fact]
    public void A_source_with_a_fault_is_not_missing_too() => folder
        .Replacing(Sources, "date: 2017-04/2018-12", "date: once")
        .HasOneProblem(Sources, "date: once", "`date: once` of a source (`page`) is not a date");

    [Fact]
    public void A_source_without_a_title() => folder
        .Replacing(Sources, "title: The department's page, ", "")
        .HasOneProblem(Sources, "page:", "a source (`page`) lacks `title`");

    [Fact]
    public void A_source_whose_address_is_none() => folder
        .Replacing(Sources, "https://example.org/news", "example.org")
        .HasOneProblem(Sources, "example.org", "`url: example.org`", "starts with https://");

    [Fact]
    public void A_reference_to_nothing() => folder
        .Replacing(Facts, "[police, military]", "[police, military, polise]")
        .HasOneProblem(Facts, "polise", "`parts` of `dept` points to `polise`, which is not a subject", "did you mean `police`?");

    [Fact]
    public void A_reference_to_the_wrong_type() => folder
        .Replacing(Facts, "[police, military]", "[police, military, dept]")
        .HasOneProblem(Facts, "dept]", "`parts` of `dept` points to `dept`, which is of the type department", "must be of the type office");

    [Fact]
    public void A_reference_to_a_subject_with_a_fault_is_no_second_problem() => folder
        .Replacing(Facts, "military:\n    type: office", "military:\n    type: ofice")
        .HasOneProblem(Facts, "type: ofice", "`ofice` is not a type", "did you mean `office`?");

    [Fact]
    public void A_relation_from_the_side_that_is_derived() => folder
        .Adding(Facts, "    facts: { part_of: { value: dept, source: page } }\n")
        .HasOneProblem(Facts, "part_of:", "`part_of` of `military` is derived", "write it as `parts` of `dept`");

    [Fact]
    public void A_subject_without_facts_to_which_nothing_points() => folder
        .Replacing(Facts, "[police, military]", "[police]")
        .HasOneProblem(Facts, "military:", "`military` has no facts and none points to it", "no question can reach it");

    [Fact]
    public void A_subject_without_a_type() => folder
        .Replacing(Facts, "military:\n    type: office", "military:\n    source: page")
        .HasOneProblem(Facts, "military:", "a subject (`military`) lacks `type`");

    [Fact]
    public void A_subject_in_two_files_is_told_with_both() => folder
        .With("facts/more.yaml", "subjects:\n  police: { type: office }\n")
        .HasOneProblem("facts/more.yaml", "police", "`police` is already in facts/department.yaml", $"line {folder.LineOf(Facts, "police:")}");

    [Fact]
    public void An_id_with_a_space_in_it() => folder
        .Adding(Sources, "  my page: { title: Mine, date: 2018 }\n")
        .HasOneProblem(Sources, "my page", "`my page` cannot be an id", "small letters");

    [Fact]
    public void A_property_of_another_type() => folder
        .Replacing(Facts, "as_of: 2018 }", "as_of: 2018 }\n      staff: { value: 3 }")
        .HasOneProblem(Facts, "staff: { value: 3 }", "`staff` is not a property of an office");

    [Theory]
    [InlineData("2018-02-30")]
    [InlineData("1992-13")]
    [InlineData("last year")]
    [InlineData("92")]
    [InlineData("01.03.1992")]
    public void A_date_that_is_none(string date) => folder
        .Replacing(Facts, "value: 1992", $"value: {date}")
        .HasOneProblem(Facts, $"value: {date}", $"`value: {date}` of the fact `established` of `dept` is not a date such as 1992", "the year first");

    [Fact]
    public void A_number_that_is_none() => folder
        .Replacing(Facts, "value: 110", "value: many")
        .HasOneProblem(Facts, "value: many", "`value: many` of the fact `staff` of `dept` is not a number such as 71");

    [Fact]
    public void A_fact_that_ends_before_it_starts() => folder
        .Replacing(Facts, "from: 2017,", "from: 2019-01,")
        .HasOneProblem(Facts, "from: 2019-01", "the fact `staff` of `dept` ends (2018-12-31) before it starts (2019-01)");

    [Fact]
    public void A_term_that_ends_before_it_starts_is_told_once_and_not_as_a_gap_too() => folder
        .Replacing(Facts, "from: 1992, until: 1996", "from: 1996, until: 1992")
        .HasOneProblem(Facts, "from: 1996", "the fact `head` of `dept` ends (1992) before it starts (1996)");

    [Fact]
    public void A_subject_to_which_one_with_a_fault_points_is_no_second_problem() => folder
        .Replacing(Facts, "dept:\n    type: department", "dept:\n    type: departement")
        .HasOneProblem(Facts, "type: departement", "`departement` is not a type", "did you mean `department`?");

    [Fact]
    public void A_relation_without_a_value() => folder
        .Adding(Facts, "    source: page\n    facts: { name: {} }\n")
        .Replacing(Facts, "{ value: [police, military] }", "{}")
        .HasOneProblem(Facts, "parts: {}", "the fact `parts` of `dept` lacks `value`");

    [Fact]
    public void A_text_whose_wording_is_in_the_facts() => folder
        .Replacing(Facts, "dept:\n    type: department\n    source: page\n    facts:\n      purpose: {}", "dept:\n    type: department\n    source: page\n    facts:\n      purpose: { value: keeps the peace }")
        .HasOneProblem(Facts, "keeps the peace", "the fact `purpose` of `dept` has no `value` here, because it is a text", "write `purpose: {}` and the text below the subject's `texts`");

    [Fact]
    public void A_list_where_keys_are_expected() => folder
        .Replacing(Facts, "military:\n    type: office", "military: [office]")
        .HasOneProblem(Facts, "military: [office]", "`military`", "must hold keys and values");

    [Fact]
    public void A_text_where_keys_are_expected() => folder
        .Replacing(Facts, "{ value: 2007~, as_of: 2018 }", "2007")
        .HasOneProblem(Facts, "established: 2007", "must hold the fact `established` of `police` with keys and values", "write `established: { value: 2007 }`");

    [Fact]
    public void A_list_with_nothing_in_it() => folder
        .Replacing(Facts, "[police, military]", "[]")
        .Adding(Facts, "    source: page\n    facts: { name: {} }\n")
        .HasOneProblem(Facts, "[]", "`value` of the fact `parts` of `dept` is an empty list");
}
