using DpkoBot.Core.Knowledge;
using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>Who came before and after whom is written nowhere: it follows from the dates.</summary>
public sealed class SuccessionTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_holder_follows_the_one_before()
    {
        Assert.Equal(["carla-diaz of dept"], Neighbours("emil-fox", "preceded_by"));
        Assert.Equal(["emil-fox of dept"], Neighbours("carla-diaz", "followed_by"));
    }

    [Fact]
    public void The_first_has_nobody_before_and_the_last_nobody_after()
    {
        Assert.Empty(Neighbours("gina-hall", "preceded_by"));
        Assert.Empty(Neighbours("emil-fox", "followed_by"));
    }

    [Fact]
    public void Somebody_who_headed_two_offices_has_neighbours_in_each()
    {
        Assert.Equal(["gina-hall of desk"], Neighbours("anna-berg", "preceded_by"));
        Assert.Equal(["carla-diaz of dept"], Neighbours("anna-berg", "followed_by"));
    }

    [Fact]
    public void Who_only_stood_in_is_nobodys_neighbour()
    {
        Assert.Empty(Neighbours("ben-cole", "preceded_by"));
        Assert.Empty(Neighbours("ben-cole", "followed_by"));
        Assert.Equal(["anna-berg of dept"], Neighbours("carla-diaz", "preceded_by"));
    }

    [Fact]
    public void Who_no_longer_only_stands_in_is_a_neighbour()
    {
        folder.Replacing(Facts, ", acting: true", "");

        Assert.Equal(["ben-cole of dept"], Neighbours("carla-diaz", "preceded_by"));
        Assert.Equal(["anna-berg of dept"], Neighbours("ben-cole", "preceded_by"));
    }

    [Fact]
    public void The_order_of_the_lines_does_not_matter()
    {
        folder.Replacing(Field, "        - { value: gina-hall, from: 1950, until: 1980 }\n        - { value: anna-berg, from: 1980, until: 1992 }\n", "        - { value: anna-berg, from: 1980, until: 1992 }\n        - { value: gina-hall, from: 1950, until: 1980 }\n");

        Assert.Equal(["gina-hall of desk"], Neighbours("anna-berg", "preceded_by"));
    }

    [Fact]
    public void Where_it_is_not_known_since_when_nothing_follows()
    {
        folder.Replacing(Field, "value: gina-hall, from: 1950, until: 1980", "value: gina-hall, until: 1980");

        Assert.Empty(Neighbours("anna-berg", "preceded_by"));
        Assert.Empty(Neighbours("gina-hall", "followed_by"));
    }

    [Fact]
    public void Nobody_follows_oneself()
    {
        folder.Replacing(Facts, "{ value: emil-fox, from: 2010 }", "{ value: emil-fox, from: 2010, until: 2012 }\n        - { value: emil-fox, from: 2012 }");

        Assert.Equal(["carla-diaz of dept"], Neighbours("emil-fox", "preceded_by"));
        Assert.Empty(Neighbours("emil-fox", "followed_by"));
    }

    [Fact]
    public void What_follows_has_the_source_and_the_dates_of_the_neighbour()
    {
        var fact = Assert.Single(folder.LoadGood().Subjects["emil-fox"].Of("preceded_by"));

        Assert.Equal(("page", "1997-03-01", "2009"), (fact.Source, fact.From.ToString(), fact.Until.ToString()));
    }

    private IEnumerable<string> Neighbours(string person, string property) =>
        folder.LoadGood().Subjects[person].Of(property).Select(f => $"{((FactValue.Subject)f.Value).Id} of {f.Scope}");
}
