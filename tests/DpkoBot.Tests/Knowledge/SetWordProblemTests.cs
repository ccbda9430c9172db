using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with the words for sets.</summary>
public sealed class SetWordProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_word_for_what_cannot_be_asked_of_a_set() => folder
        .Replacing(Language, "count: [how many]", "counting: [how many]")
        .HasOneProblem(Language, "cues:", "`counting` is nothing that can be asked of a set", "did you mean `count`?");

    [Fact]
    public void A_relation_without_a_label() => folder
        .Replacing(Language, "    head: [\"head of {owner}\", \"heads of {owner}\"]\n", "")
        .HasOneProblem(Language, "labels:", "`head` has nouns below `relations` but no label", "what one and what many are called");

    [Theory]
    [InlineData("[mission]")]
    [InlineData("[mission, missions, all missions]")]
    [InlineData("missions")]
    public void A_label_that_does_not_say_one_and_many(string label) => folder
        .Replacing(Language, "    mission: [mission, missions]\n    head:", $"    mission: {label}\n    head:")
        .HasOneProblem(Language, $"    mission: {label}\n    head:", "the label of `mission` must be two texts");

    [Fact]
    public void A_condition_without_a_place_for_the_name() => folder
        .Replacing(Language, "place: \"in {value}\"", "place: there")
        .HasOneProblem(Language, "place: there", "the condition of `place` must hold {value}");

    [Fact]
    public void Words_for_sets_in_the_wrong_place() => folder
        .Replacing(Language, "plurals: [heads, missions]", "plurale: [heads, missions]")
        .HasOneProblem(Language, "plurale:", "`plurale` is not a key of `sets`; did you mean `plurals`?");

    [Theory]
    [InlineData("relations: { head: [head, heads] }", "relations: { hed: [head, heads] }", "relations")]
    [InlineData("verbs: { head: [led] }", "verbs: { hed: [led] }", "verbs")]
    [InlineData("marks: { place: [deployed] }", "marks: { plase: [deployed] }", "marks")]
    [InlineData("place: \"in {value}\"", "plase: \"in {value}\"", "conditions")]
    [InlineData("    mission: [mission, missions]\n    head:", "    mision: [mission, missions]\n    head:", "labels")]
    [InlineData("collectives: { mission: [chronicle] }", "collectives: { missions: [chronicle] }", "collectives")]
    [InlineData("presence: { mission: [peacekeepers] }", "presence: { missions: [peacekeepers] }", "presence")]
    [InlineData("verbs: { head: [led] }", "verbs: { motto: [led] }", "verbs")]
    public void Words_for_what_is_no_relation_and_no_type(string right, string wrong, string key) => folder
        .Replacing(Language, right, wrong)
        .HasProblem(Language, null, $"below `{key}` of `sets` is not", key is "labels" or "presence" or "collectives" ? "a type" : "a relation");
}
