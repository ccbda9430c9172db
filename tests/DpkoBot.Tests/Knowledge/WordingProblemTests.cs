using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with the names and the wording of subjects.</summary>
public sealed class WordingProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_subject_without_a_name_cannot_be_reached() => folder
        .Replacing(Wording, "  military:\n    name: Military Division\n", "")
        .HasOneProblem(Facts, "military:", "`military` has no name in en/subjects/", "no question can reach it");

    [Fact]
    public void A_subject_whose_names_all_are_those_of_others_cannot_be_reached() => folder
        .Replacing(Wording, "name: Police Division", "name: Police Division\n    aliases: [the police, constables]")
        .Replacing(Wording, "name: Military Division", "name: police DIVISION\n    phrase: The Police")
        .HasOneProblem(Wording, "military:", "all names of `military` are also names of `police`", "no question can single it out", "alias");

    [Fact]
    public void A_name_that_is_shared_is_no_problem_beside_another() => folder
        .Replacing(Wording, "name: Police Division", "name: Police Division\n    aliases: [the division]")
        .Replacing(Wording, "name: Military Division", "name: Military Division\n    aliases: [the division]")
        .LoadGood();

    [Fact]
    public void Wording_of_a_subject_that_is_not_there() => folder
        .Adding(Wording, "  milit:\n    name: Milit\n")
        .HasOneProblem(Wording, "milit:", "`milit` is not a subject in facts/");

    [Fact]
    public void Wording_without_the_name() => folder
        .Replacing(Wording, "name: Military Division", "phrase: the Military Division")
        .HasOneProblem(Wording, "military:", "the wording of a subject (`military`) lacks `name`");

    [Fact]
    public void Wording_in_two_files_is_told_with_both() => folder
        .With("en/subjects/more.yaml", "subjects:\n  police: { name: Police }\n")
        .HasOneProblem("en/subjects/more.yaml", "police", "`police` is already in en/subjects/department.yaml", $"line {folder.LineOf(Wording, "police:")}");

    [Fact]
    public void A_text_fact_without_wording() => folder
        .Replacing(Wording, "    texts:\n      purpose: polices\n", "")
        .HasOneProblem(Facts, "purpose: {}\n      established: { value: 2007", "`purpose` of `police` is a text", "en/subjects/department.yaml does not word it");

    [Fact]
    public void Wording_without_a_fact() => folder
        .Replacing(Wording, "purpose: polices", "purpose: polices\n      motto: serve")
        .HasOneProblem(Wording, "texts:\n      purpose: polices", "`motto` of `police` is worded here", "no such text fact with a source");

    [Fact]
    public void An_answer_to_what_is_no_property() => folder
        .Replacing(Wording, "name: \"{subject.acronym}", "nmae: \"{subject.acronym}")
        .HasOneProblem(Wording, "answers:", "`nmae` is not a property", "did you mean `name`?");

    [Fact]
    public void An_answer_that_needs_an_acronym_that_is_not_there() => folder
        .Replacing(Wording, "    acronym: DPT\n", "")
        .HasOneProblem(Wording, "stands for {name}", "the answer to `name` of `dept` needs {subject.acronym}, which `dept` does not have");

    [Fact]
    public void Aliases_with_keys_and_values() => folder
        .Replacing(Wording, "[ministry]", "[{ old: ministry }]")
        .HasOneProblem(Wording, "ministry", "`aliases` of the wording of a subject (`dept`) must be a list of texts");

    [Fact]
    public void A_name_that_is_empty() => folder
        .Replacing(Wording, "name: Military Division", "name: \" \"")
        .HasOneProblem(Wording, "name: \" \"", "`name` of the wording of a subject (`military`) must be a text and not empty");

    [Fact]
    public void A_word_in_two_groups_of_synonyms() => folder
        .Replacing(Synonyms, "[begin, start]", "[begin, start,\n    set up]")
        .HasOneProblem(Synonyms, "    set up]", "\"set up\" is in the groups `create` and `begin`");

    [Fact]
    public void A_name_outside_the_knowledge_without_the_name() => folder
        .Replacing(Outside, "name: UNICEF\n    aliases", "aliases")
        .HasOneProblem(Outside, "aliases", "a name outside the knowledge lacks `name`");

    [Fact]
    public void A_wording_of_a_time_that_is_not_there() => folder
        .Replacing(Wording, "      motto-2000: Peace together\n", "")
        .HasOneProblem(Facts, "wording: motto-2000", "`motto-2000` of `dept` is a text", "en/subjects/department.yaml does not word it");

    [Fact]
    public void A_wording_of_a_time_without_a_fact() => folder
        .Replacing(Facts, "wording: motto-2000, from: 2000", "wording: motto-2001, from: 2000")
        .HasProblem(Wording, "texts:", "`motto-2000` of `dept` is worded here", "did you mean `motto-2001`?");

    [Fact]
    public void A_topic_without_an_answer() => folder
        .Replacing(Topics, "answer: Ask your government.", "anser: Ask your government.")
        .HasProblem(Field, "facts: { answer: {} }", "`answer` of `join` is a text", "en/topics/joining.yaml does not word it");

    [Fact]
    public void A_topic_that_is_no_subject() => folder
        .Replacing(Topics, "  join:", "  enlist:")
        .HasProblem(Topics, "  enlist:", "`enlist` is not a subject in facts/");

    [Fact]
    public void A_topic_that_asks_for_what_a_property_asks_for() => folder
        .Replacing(Topics, "\"can I (join|enlist)\"", "\"what is the motto\"")
        .HasOneProblem(Topics, "what is the motto", "\"what is the motto\" asks for `join` here and for `motto` in en/sentences/field.yaml");
}
