using System.Globalization;
using DpkoBot.Core.Recognition.Times;
using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Recognition.Times;

public class NumberReaderTests
{
    private static readonly NumberReader Reader = new(EnglishRules.Default);

    [Theory]
    [InlineData("three missions", "three = 3")]
    [InlineData("the top 12", "12 = 12")]
    [InlineData("twenty-one", "twenty-one = 21")]
    [InlineData("twenty one years", "twenty one = 21")]
    [InlineData("two hundred", "two hundred = 200")]
    [InlineData("two hundred and five", "two hundred and five = 205")]
    [InlineData("a hundred countries", "a hundred = 100")]
    [InlineData("a country", "")]
    [InlineData("hundred", "hundred = 100")]
    [InlineData("two dozen", "two dozen = 24")]
    [InlineData("two thousand three hundred and forty-five", "two thousand three hundred and forty-five = 2345")]
    [InlineData("one hundred and five thousand", "one hundred and five thousand = 105000")]
    [InlineData("three hundred thousand", "three hundred thousand = 300000")]
    [InlineData("one million two hundred thousand", "one million two hundred thousand = 1200000")]
    [InlineData("between two hundred and three hundred", "two hundred = 200; three hundred = 300")]
    [InlineData("between twenty and thirty", "twenty = 20; thirty = 30")]
    [InlineData("four five six", "four = 4; five = 5; six = 6")]
    [InlineData("two, three", "two = 2; three = 3")]
    [InlineData("two thousand five thousand", "two thousand = 2000; five thousand = 5000")]
    [InlineData("million million", "million = 1000000; million = 1000000")]
    [InlineData("zero", "zero = 0")]
    [InlineData("twenty zero", "twenty = 20; zero = 0")]
    [InlineData("1,428 people", "1,428 = 1428")]
    [InlineData("1,428,000", "1,428,000 = 1428000")]
    [InlineData("12,5", "12 = 12; 5 = 5")]
    [InlineData("1999,100", "1999 = 1999; 100 = 100")]
    [InlineData("1, 428", "1 = 1; 428 = 428")]
    [InlineData("1.5 million dollars", "1.5 million = 1500000")]
    [InlineData("1,428.75", "1,428.75 = 1428.75")]
    [InlineData("90 thousand", "90 thousand = 90000")]
    [InlineData("the first one", "first = 1st; one = 1")]
    [InlineData("the second mission", "second = 2nd")]
    [InlineData("the 3rd", "3rd = 3rd")]
    [InlineData("twenty-first", "twenty-first = 21st")]
    [InlineData("one hundred and first", "one hundred and first = 101st")]
    [InlineData("two hundredth", "two hundredth = 200th")]
    [InlineData("first second", "first = 1st; second = 2nd")]
    [InlineData("the 1990s", "")]
    [InlineData("G20 and 5x", "")]
    [InlineData("٣ بعثات", "٣ = 3")]
    [InlineData("１２", "１２ = 12")]
    [InlineData("99999999999999999999999", "")]
    [InlineData("and a", "")]
    [InlineData("", "")]
    public void Numbers_are_read_as_people_write_them(string text, string numbers) => Assert.Equal(numbers, Read(text));

    private static string Read(string text)
    {
        var tokens = Utterance.Parse(text).Tokens;
        return string.Join("; ", Reader.Read(text, tokens).Select(m =>
        {
            var (first, last) = (tokens[m.First], tokens[m.First + m.Count - 1]);
            return string.Create(CultureInfo.InvariantCulture, $"{text[first.Start..(last.Start + last.Length)]} = {m.Value:0.##}{(m.IsOrdinal ? Ending(m.Value) : "")}");
        }));
    }

    private static string Ending(decimal value) => (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}
