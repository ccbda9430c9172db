using System.Globalization;
using DpkoBot.Core.Recognition.Times;
using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Recognition.Times;

/// <summary>Other languages are data: a few lines for each read what its people write, on 25 November 2026.</summary>
public class OtherLanguagesTests
{
    private const string French = """
        number_words:
          values: { 2: [deux], 10: [dix], 21: [vingt et un] }
          ordinals: { 20: [vingtième, xx, xxe] }
          ordinal_endings: [e, er, ème]
          group_mark: "."
          decimal_mark: ","
        times:
          months: { 4: [avril], 6: [juin] }
          seasons: { 3-5: [printemps] }
          units: { year: [an, année], century: [siècle] }
          many_units: { year: [ans, années] }
          date_order: day-month
          patterns:
            day: ["[le] {day} {month} {year}"]
            month: ["{month} {year}"]
            season: ["[le] {season} {year}"]
            year: ["[l'] [année] {year}"]
            decade: ["[les] années {number}"]
            nth: ["[le] {ordinal} {unit}"]
            last: ["l'{unit} (dernière|dernier)"]
            ago: ["il y a {number} {units}"]
            within: ["(en|pendant|dans|au cours de|au) {time}"]
            since: ["(depuis|à partir de) {time}"]
            before: ["avant {time}"]
            until: ["jusqu'(en|au) {time}"]
            between: ["entre {time} et {time}", "de {time} à {time}"]
          parts:
            1/3: ["[le] début (de|des) {time}"]

        """;

    private const string Russian = """
        number_words:
          values: { 10: [десять] }
        times:
          months: { 4: [апреля, апреле] }
          units: { year: [год, году, года], century: [век, веке] }
          many_units: { year: [лет] }
          patterns:
            day: ["{day} {month} {year} [года]"]
            month: ["{month} {year} [года]"]
            year: ["{year} [год|году|года]"]
            decade: ["{number} (е|х) [годы|годов|годах]"]
            nth: ["{number} {unit}"]
            ago: ["{number} {units} назад"]
            within: ["в {time}"]
            since: ["с {time}"]
            before: ["до {time}"]
            between: ["с {time} по {time}", "между {time} и {time}"]

        """;

    private const string Chinese = """
        number_words:
          values: { 1: [一], 2: [二], 5: [五] }
          multipliers: { 10: [十], 100: [百], 10000: [万] }
        times:
          months: { 4: [4, 四] }
          units: { year: [年], century: [世纪] }
          patterns:
            day: ["{year}年{month}月{day}日"]
            month: ["{year}年{month}月"]
            year: ["{year}[年]"]
            decade: ["{number}年代"]
            nth: ["{number}{unit}"]
            last: ["去{unit}"]
            ago: ["{number}{units}前"]
            within: ["在{time}"]
            since: ["自{time}[以来]", "{time}以来"]
            before: ["{time}(之前|以前)"]
            after: ["{time}(之后|以后)"]
            between: ["[从]{time}到{time}"]

        """;

    private const string Arabic = """
        times:
          months: { 4: [أبريل, نيسان] }
          units: { year: [سنة, عام] }
          patterns:
            day: ["{day} {month} {year}"]
            month: ["{month} {year}"]
            year: ["[عام|سنة] {year}"]
            within: ["(في|خلال) {time}"]
            since: ["منذ {time}"]
            before: ["قبل {time}"]
            between: ["(من|بين) {time} (إلى|حتى|و) {time}"]

        """;

    [Theory]
    [InlineData(French, "qui dirigeait en 2003", "en 2003: 2003-01-01..2003-12-31")]
    [InlineData(French, "le 6 avril 1994", "le 6 avril 1994: 1994-04-06..1994-04-06")]
    [InlineData(French, "le 06/04/1994", "06/04/1994: 1994-04-06..1994-04-06")]
    [InlineData(French, "au printemps 1992", "au printemps 1992: 1992-03-01..1992-05-31")]
    [InlineData(French, "depuis les années 90", "depuis les années 90: 1990-01-01..")]
    [InlineData(French, "au début des années 1990", "au début des années 1990: 1990-01-01..1993-12-31")]
    [InlineData(French, "au XXe siècle", "au XXe siècle: 1901-01-01..2000-12-31")]
    [InlineData(French, "l'année dernière", "l'année dernière: 2025-01-01..2025-12-31")]
    [InlineData(French, "il y a dix ans", "il y a dix ans: 2016-01-01..2016-12-31")]
    [InlineData(French, "jusqu'en 1995", "jusqu'en 1995: ..1995-12-31")]
    [InlineData(French, "entre 1990 et 1995", "entre 1990 et 1995: 1990-01-01..1995-12-31")]
    [InlineData(Russian, "в 1995 году", "в 1995 году: 1995-01-01..1995-12-31")]
    [InlineData(Russian, "6 апреля 1994 года", "6 апреля 1994 года: 1994-04-06..1994-04-06")]
    [InlineData(Russian, "в 90-х годах", "в 90-х годах: 1990-01-01..1999-12-31")]
    [InlineData(Russian, "десять лет назад", "десять лет назад: 2016-01-01..2016-12-31")]
    [InlineData(Russian, "с 1990 по 1995", "с 1990 по 1995: 1990-01-01..1995-12-31")]
    [InlineData(Russian, "до 1990 года", "до 1990 года: ..1989-12-31")]
    [InlineData(Russian, "в 20 веке", "в 20 веке: 1901-01-01..2000-12-31")]
    [InlineData(Chinese, "谁在2003年领导", "在2003年: 2003-01-01..2003-12-31")]
    [InlineData(Chinese, "2003年4月6日", "2003年4月6日: 2003-04-06..2003-04-06")]
    [InlineData(Chinese, "1990年代", "1990年代: 1990-01-01..1999-12-31")]
    [InlineData(Chinese, "90年代以来", "90年代以来: 1990-01-01..")]
    [InlineData(Chinese, "二十世纪", "二十世纪: 1901-01-01..2000-12-31")]
    [InlineData(Chinese, "十五年前", "十五年前: 2011-01-01..2011-12-31")]
    [InlineData(Chinese, "去年", "去年: 2025-01-01..2025-12-31")]
    [InlineData(Chinese, "2000年以前", "2000年以前: ..1999-12-31")]
    [InlineData(Chinese, "从1990年到1995年", "从1990年到1995年: 1990-01-01..1995-12-31")]
    [InlineData(Arabic, "في عام ١٩٩٥", "في عام ١٩٩٥: 1995-01-01..1995-12-31")]
    [InlineData(Arabic, "٦ أبريل ١٩٩٤", "٦ أبريل ١٩٩٤: 1994-04-06..1994-04-06")]
    [InlineData(Arabic, "منذ 2010", "منذ 2010: 2010-01-01..")]
    [InlineData(Arabic, "من 1990 إلى 1995", "من 1990 إلى 1995: 1990-01-01..1995-12-31")]
    public void A_time_is_read_in_its_language(string language, string text, string times)
    {
        using var folder = new KnowledgeFolder();
        var rules = folder.Adding(SmallKnowledge.Language, language).LoadGood().LanguageFor("en").Rules;
        var tokens = Utterance.Parse(text).Tokens;

        Assert.Equal(times, string.Join("; ", new TimeReader(rules).Read(text, tokens, new DateOnly(2026, 11, 25)).Select(m =>
        {
            var (first, last) = (tokens[m.First], tokens[m.First + m.Count - 1]);
            return string.Create(CultureInfo.InvariantCulture, $"{text[first.Start..(last.Start + last.Length)]}: {m.Start:yyyy-MM-dd}..{m.End:yyyy-MM-dd}");
        })));
    }

    [Theory]
    [InlineData(French, "1.428,5", 1428.5)]
    [InlineData(French, "vingt et un", 21)]
    [InlineData(Chinese, "二百二十五万", 2_250_000)]
    [InlineData(Chinese, "一万五百", 10_500)]
    [InlineData(Arabic, "١٢", 12)]
    public void A_number_is_read_in_its_language(string language, string text, double number)
    {
        using var folder = new KnowledgeFolder();
        var rules = folder.Adding(SmallKnowledge.Language, language).LoadGood().LanguageFor("en").Rules;

        var mention = Assert.Single(new NumberReader(rules).Read(text, Utterance.Parse(text).Tokens));
        Assert.Equal((decimal)number, mention.Value);
    }

    [Fact]
    public void A_language_that_says_nothing_of_times_reads_dates_in_digits()
    {
        using var folder = new KnowledgeFolder();
        const string text = "on 1994-04-06 or 1995";

        var time = Assert.Single(new TimeReader(folder.LoadGood().LanguageFor("en").Rules).Read(text, Utterance.Parse(text).Tokens, default));
        Assert.Equal(new DateOnly(1994, 4, 6), time.Start);
    }
}
