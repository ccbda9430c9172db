using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What good knowledge is once it is loaded.</summary>
public sealed class KnowledgeLoaderTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_knowledge_of_the_bot_is_good() =>
        Assert.Empty(KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Diagnostics);

    [Fact]
    public void A_fact_has_its_value_its_source_and_its_dates()
    {
        var dept = folder.LoadGood().Subjects["dept"];

        var staff = dept.Of("staff").Last();
        Assert.Equal(new FactValue.Number(120), staff.Value);
        Assert.Equal(("news", "2019-01-01", "2019", null), (staff.Source, staff.AsOf.ToString(), staff.From.ToString(), staff.Until));
        var established = Assert.Single(dept.Of("established"));
        Assert.Equal(new FactValue.Date(new PartialDate(1992)), established.Value);
        Assert.Equal(("page", "2017-04/2018-12"), (established.Source, established.AsOf.ToString()));
    }

    [Fact]
    public void A_fact_can_be_of_another_date_than_its_source() =>
        Assert.Equal("2018", Assert.Single(folder.LoadGood().Subjects["police"].Of("established")).AsOf.ToString());

    [Fact]
    public void A_relation_is_derived_on_its_other_side_with_its_source_and_dates()
    {
        var knowledge = folder.Replacing(Facts, "{ value: [police, military] }", "{ value: [police, military], from: 2007 }").LoadGood();

        var fact = Assert.Single(knowledge.Subjects["military"].Facts);
        Assert.Equal(("military", "part_of", "page", "2007"), (fact.Subject, fact.Property, fact.Source, fact.From.ToString()));
        Assert.Equal(new FactValue.Subject("dept"), fact.Value);
        Assert.Equal(["police", "military"], knowledge.Subjects["dept"].Of("parts").Select(f => ((FactValue.Subject)f.Value).Id));
    }

    [Fact]
    public void What_both_sides_of_a_relation_say_is_one_fact_on_each()
    {
        var knowledge = folder
            .Replacing(SmallKnowledge.Ontology, "target: [department] }", "target: [department], inverse: parts }")
            .Adding(Facts, "    source: page\n    facts: { part_of: { value: dept } }\n")
            .LoadGood();

        Assert.Single(knowledge.Subjects["military"].Of("part_of"));
        Assert.Equal(2, knowledge.Subjects["dept"].Of("parts").Count());
        Assert.Single(knowledge.Subjects["police"].Of("part_of"));
    }

    [Theory]
    [InlineData("responsible", "handles")]
    [InlineData("part_of", "parts")]
    public void The_bots_relations_stand_on_both_sides(string property, string inverse)
    {
        var subjects = KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Knowledge!.Subjects;
        var facts = subjects.Values.SelectMany(s => s.Of(property)).ToList();

        Assert.NotEmpty(facts);
        Assert.All(facts, fact => Assert.Contains(
            subjects[((FactValue.Subject)fact.Value).Id].Of(inverse),
            other => other.Value == new FactValue.Subject(fact.Subject) && other.Source == fact.Source));
    }

    [Fact]
    public void A_name_serves_as_phrase_where_there_is_none()
    {
        var subjects = folder.LoadGood().Languages["en"].Subjects;

        Assert.Equal(("the department", "Police Division"), (subjects["dept"].Phrase, subjects["police"].Phrase));
        Assert.Equal("keeps the peace", subjects["dept"].Texts["purpose"]);
        Assert.Equal(["ministry"], subjects["dept"].Aliases);
    }

    [Fact]
    public void A_single_text_is_a_list_of_one() =>
        Assert.Equal(["ministry"], folder.Replacing(Wording, "[ministry]", "ministry").LoadGood().Languages["en"].Subjects["dept"].Aliases);

    [Fact]
    public void Subjects_can_be_in_as_many_files_and_folders_as_one_likes()
    {
        folder
            .With("facts/offices/north/mission.yaml", "subjects:\n  mission:\n    type: office\n    source: page\n    facts: { name: {} }\n")
            .With("en/subjects/offices/north.yaml", "subjects:\n  mission: { name: Mission }\n");

        Assert.Equal("Mission", folder.LoadGood().Languages["en"].Subjects["mission"].Name);
    }

    [Fact]
    public void Words_of_a_language_are_found_by_what_they_are_for()
    {
        var pack = folder.LoadGood().Languages["en"];

        Assert.Equal(("create", "begin"), (pack.Synonyms["set up"], pack.Synonyms["start"]));
        Assert.Equal("UNICEF", pack.Outside["children's fund"]);
        Assert.Equal("what is", pack.Rules.Contractions["what's"]);
        Assert.Equal("office", pack.Rules.TypeNouns["offices"]);
        Assert.Equal(["like", "weather"], pack.CommonWords.Order(StringComparer.Ordinal));
        Assert.Equal("I do not know UNMIK.", pack.Rules.Phrase("fallback_unknown_name", ("name", "UNMIK")));
    }
}
