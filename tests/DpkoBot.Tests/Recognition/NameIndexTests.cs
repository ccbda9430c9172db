using CsCheck;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Recognition;

public class NameIndexTests
{
    private static readonly EntityRef Department = new("department", "dpko");
    private static readonly EntityRef Operations = new("office", "operations");
    private static readonly EntityRef Africa = new("office", "africa");
    private static readonly EntityRef Law = new("office", "law");
    private static readonly EntityRef Training = new("office", "training");
    private static readonly EntityRef Courses = new("area", "training");
    private static readonly EntityRef Health = new(EntityTypes.Outside, "World Health Organization");
    private static readonly EntityRef Pact = new(EntityTypes.Outside, "NATO");

    private static readonly (string Name, EntityRef Entity)[] Names =
    [
        ("Department of Peacekeeping Operations", Department), ("DPKO", Department), ("the peacekeeping department", Department),
        ("Office of Operations", Operations), ("Operations", Operations),
        ("Africa Division of the Office of Operations", Africa),
        ("Office of Rule of Law and Security Institutions", Law), ("OROLSI", Law),
        ("Training Division", Training), ("training", Training), ("training", Courses),
        ("World Health Organization", Health), ("WHO", Health), ("NATO", Pact),

        // What stands in many names one can do without, or put in another place.
        .. Enumerable.Range(1, 20).Select(i => ($"Bureau of Security Section {i}", new EntityRef("office", $"bureau-{i}"))),
    ];

    private static readonly NameIndex Index = new(Names, TrainedRecognizer.English.Rules, word => word is "who" or "training" or "operations");

    [Theory]
    [InlineData("what is DPKO", "DPKO", "dpko")]
    [InlineData("what is dpko", "dpko", "dpko")]
    [InlineData("the Department of Peacekeeping Operations", "Department of Peacekeeping Operations", "dpko")]
    [InlineData("is the peacekeeping department big", "peacekeeping department", "dpko")]
    [InlineData("department of the peacekeeping operations", "department of the peacekeeping operations", "dpko")]
    public void A_name_is_found_whatever_its_case_and_articles(string text, string name, string id)
    {
        var mention = Assert.Single(Find(text));

        Assert.Equal((name, id, 1.0), (Written(text, mention), mention.Meanings[0].Id, mention.Score));
    }

    [Theory]
    [InlineData("the Africa Division of the Office of Operations", "Africa Division of the Office of Operations", "africa")]
    [InlineData("the Office of Operations", "Office of Operations", "operations")]
    [InlineData("the Operations", "Operations", "operations")]
    public void The_longest_name_wins_over_those_inside_it(string text, string name, string id)
    {
        var mention = Assert.Single(Find(text));

        Assert.Equal((name, id), (Written(text, mention), mention.Meanings[0].Id));
    }

    [Theory]
    [InlineData("office of security institutions and rule of law", "law")]
    [InlineData("office of law, rule and security institutions", "law")]
    [InlineData("peacekeeping operations department", "dpko")]
    [InlineData("Organization of World Health", "World Health Organization")]
    public void A_long_name_is_found_with_its_words_in_another_order(string text, string id) => Assert.Equal(id, Assert.Single(Find(text)).Meanings[0].Id);

    [Fact]
    public void A_long_name_is_found_with_one_word_missing()
    {
        var mention = Assert.Single(Find("what does the office of rule of law and institutions do"));

        Assert.Equal("law", mention.Meanings[0].Id);
        Assert.InRange(mention.Score, 0.5, 0.99);
    }

    [Theory]
    [InlineData("the rule of law")]
    [InlineData("office of institutions")]
    [InlineData("the health of the world")]
    [InlineData("peacekeeping")]
    [InlineData("department")]
    [InlineData("security of the office depends on a rule and on many institutions of law")]
    public void A_few_words_of_a_name_are_no_name(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("what does WHO do", 1)]
    [InlineData("who leads it", 0)]
    [InlineData("Who leads it", 0)]
    [InlineData("what does nato do", 1)]
    public void An_outside_name_that_reads_like_a_word_is_a_name_in_capitals_only(string text, int mentions) => Assert.Equal(mentions, Find(text).Count);

    [Fact]
    public void A_shared_name_has_several_meanings()
    {
        Assert.Equal([Training, Courses], Assert.Single(Find("what about training")).Meanings.AsEnumerable());
        Assert.Equal([Training], Assert.Single(Find("what about the training division")).Meanings.AsEnumerable());
    }

    [Fact]
    public void Several_names_stand_from_left_to_right()
    {
        var mentions = Find("how do OROLSI and the Office of Operations work with NATO");

        Assert.Equal(["law", "operations", "NATO"], mentions.Select(mention => mention.Meanings[0].Id));
    }

    [Fact]
    public void A_name_takes_words_beside_it_that_are_its_own() =>
        Assert.Equal("DPKO peacekeeping", Written("is DPKO peacekeeping good", Assert.Single(Find("is DPKO peacekeeping good"))));

    [Fact]
    public void Names_as_written_are_found_without_any_guess()
    {
        Assert.Empty(Index.FindExact(Tokens("office of security institutions and rule of law")));
        Assert.Equal("law", Assert.Single(Index.FindExact(Tokens("the Office of Rule of Law and Security Institutions"))).Meanings[0].Id);
    }

    [Fact]
    public void Its_words_are_those_of_all_names_without_articles()
    {
        Assert.Superset(new HashSet<string> { "dpko", "africa", "institutions", "who", "rule" }, Index.Words.ToHashSet());
        Assert.DoesNotContain("the", Index.Words);
    }

    [Fact]
    public void Without_names_nothing_is_found() =>
        Assert.Empty(new NameIndex([], TrainedRecognizer.English.Rules, _ => false).Find(Tokens("what does DPKO do")));

    [Fact]
    public void Whatever_is_said_no_name_overlaps_another() =>
        Gen.OneOf([.. Names.SelectMany(name => name.Name.Split(' ')), "and", "is", "xyz", "WHO"]).Array[0, 14].Sample(words =>
        {
            var tokens = Tokens(string.Join(' ', words));
            var mentions = Index.Find(tokens);
            var end = 0;
            foreach (var mention in mentions)
            {
                Assert.InRange(mention.First, end, tokens.Count - 1);
                Assert.InRange(mention.End, mention.First + 1, tokens.Count);
                Assert.NotEmpty(mention.Meanings);
                Assert.InRange(mention.Score, 0.5, 1);
                end = mention.End;
            }
        });

    private static List<Mention> Find(string text) => Index.Find(Tokens(text));

    private static IReadOnlyList<Token> Tokens(string text) => Utterance.Parse(text).Tokens;

    private static string Written(string text, Mention mention)
    {
        var tokens = Tokens(text);
        return text[tokens[mention.First].Start..(tokens[mention.End - 1].Start + tokens[mention.End - 1].Length)];
    }
}
