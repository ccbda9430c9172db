using CsCheck;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Tests.Recognition;

public class EditDistanceTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc"], 0, 9];

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "ab", 2)]
    [InlineData("office", "office", 0)]
    [InlineData("ofice", "office", 1)]
    [InlineData("offfice", "office", 1)]
    [InlineData("offise", "office", 1)]
    [InlineData("offcie", "office", 1)]
    [InlineData("ofifec", "office", 2)]
    [InlineData("peacekeping", "peacekeepers", 4)]
    [InlineData("ca", "abc", 3)]
    [InlineData("abc", "xyz", 3)]
    public void Slips_are_counted(string a, string b, int slips)
    {
        Assert.Equal(slips, EditDistance.Between(a, b, 5));
        Assert.Equal(slips, EditDistance.Between(b, a, 5));
    }

    [Theory]
    [InlineData("office", "mission", 2)]
    [InlineData("a", "abcdef", 2)]
    [InlineData("ofice", "office", 0)]
    public void Over_the_limit_it_is_the_limit_and_one(string a, string b, int limit) => Assert.Equal(limit + 1, EditDistance.Between(a, b, limit));

    [Theory]
    [InlineData(63, 1)]
    [InlineData(64, 3)]
    [InlineData(1_000, 3)]
    public void Of_words_that_are_endless_only_equal_ones_are_near(int length, int slips)
    {
        var word = new string('a', length);

        Assert.Equal(0, EditDistance.Between(word, new string('a', length), 2));
        Assert.Equal(slips, EditDistance.Between(word, word[..^1] + "b", 2));
    }

    [Theory]
    [InlineData("dkpo", "dpko", true)]
    [InlineData("pdko", "dpko", true)]
    [InlineData("dpok", "dpko", true)]
    [InlineData("dpko", "dpko", false)]
    [InlineData("dprk", "dpko", false)]
    [InlineData("dkpa", "dpko", false)]
    [InlineData("pdok", "dpko", false)]
    [InlineData("dpk", "dpko", false)]
    [InlineData("opkd", "dpko", false)]
    [InlineData("", "", false)]
    public void Two_neighbours_exchanged_are_noticed(string a, string b, bool exchanged)
    {
        Assert.Equal(exchanged, EditDistance.IsTransposition(a, b));
        Assert.Equal(exchanged, EditDistance.IsTransposition(b, a));
    }

    [Fact]
    public void Any_distance_is_the_one_that_the_definition_gives() =>
        Gen.Select(Word, Word, Gen.Int[0, 9]).Sample((a, b, limit) => EditDistance.Between(a, b, limit) == Math.Min(Defined(a, b), limit + 1));

    [Fact]
    public void Any_exchange_is_one_slip_between_words_that_differ() =>
        Gen.Select(Word, Word).Sample((a, b) => !EditDistance.IsTransposition(a, b) || (a != b && EditDistance.Between(a, b, 9) == 1));

    /// <summary>The definition, without any care for time: of all ways to undo the last letters, the cheapest.</summary>
    private static int Defined(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distances[i, j] = Math.Min(i, j) == 0
                    ? Math.Max(i, j)
                    : new[]
                    {
                        distances[i - 1, j] + 1,
                        distances[i, j - 1] + 1,
                        distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? distances[i - 2, j - 2] + 1 : int.MaxValue,
                    }.Min();
            }
        }

        return distances[a.Length, b.Length];
    }
}
