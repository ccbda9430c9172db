using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with the cards of a language.</summary>
public sealed class CardProblemTests : IDisposable
{
    private const string Cards = """
        cards:
          phrases:
            sources: Sources
            all: "{count} in all"
            shown: "{shown} of {count}"
            more: "{count} more"
            fewer: Fewer
            cut: "and {count} more"
          answers:
            overview:
              department:
                kind: Department
                facts: { established: Established }
                items: { parts: Parts }

        """;

    private readonly KnowledgeFolder folder = new KnowledgeFolder().Adding(Language, Cards);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Good_cards_are_no_problem() => Assert.Equal(new KnowledgeFolder().Load().Diagnostics, folder.Load().Diagnostics);

    [Fact]
    public void A_phrase_that_is_missing() => folder
        .Replacing(Language, "    fewer: Fewer\n", "")
        .HasProblem(Language, "  phrases:\n    sources", "lacks `fewer`");

    [Fact]
    public void A_phrase_without_its_number() => folder
        .Replacing(Language, "more: \"{count} more\"", "more: Show more")
        .HasProblem(Language, "more: Show more", "the phrase `more` of cards must hold {count}");

    [Fact]
    public void A_phrase_that_cards_do_not_have() => folder
        .Replacing(Language, "fewer: Fewer", "fewer: Fewer\n    less: Less")
        .HasProblem(Language, "less: Less", "`less` is not a key");

    [Fact]
    public void A_card_that_shows_nothing() => folder
        .Replacing(Language, "        facts: { established: Established }\n        items: { parts: Parts }\n", "")
        .HasProblem(Language, "department:\n        kind", "shows nothing");

    [Fact]
    public void A_card_with_two_lists() => folder
        .Replacing(Language, "items: { parts: Parts }", "items: { parts: Parts, part_of: Whole }")
        .HasProblem(Language, "items:", "can list one property only; it lists 2");

    [Fact]
    public void A_card_of_a_type_that_is_none() => folder
        .Replacing(Language, "      department:\n        kind", "      departement:\n        kind")
        .HasProblem(Language, "departement:", "`departement` is not a type", "did you mean `department`");

    [Fact]
    public void A_card_of_a_property_that_is_none() => folder
        .Replacing(Language, "facts: { established: ", "facts: { founded: ")
        .HasProblem(Language, "department:\n        kind", "`founded` is not a property");

    [Fact]
    public void A_card_of_a_property_that_its_type_lacks() => folder
        .Replacing(Language, "facts: { established: ", "facts: { part_of: ")
        .HasProblem(Language, "department:\n        kind", "`part_of` is no property of `department`");

    [Fact]
    public void A_card_that_lists_what_is_no_subject() => folder
        .Replacing(Language, "items: { parts: Parts }", "items: { established: Dates }")
        .HasProblem(Language, "department:\n        kind", "lists `established`, which is no relation");
}
