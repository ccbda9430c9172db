using System.Collections.Immutable;
using System.Text;
using DpkoBot.Commands.Exchange;

namespace DpkoBot.Tests.Commands.Exchange;

/// <summary>Files of questions and answers: what is written is read again, and what could not be kept is said.</summary>
public sealed class PairFormatTests
{
    private const string Prompts = """[{"displayOrder":0,"qnaId":2,"displayText":"More"}]""";

    private static readonly QnaPair[] Pairs =
    [
        new() { Id = "1", Questions = ["What is it, \"really\"?", "هل يمكنني؟", "它是什么"], Answer = "One line,\nand another; with \"quotes\" and | bars.\n\n- a list", Source = "https://example.org/faq", Metadata = "place:here|kind:new" },
        new() { Id = "2", Questions = ["And then?"], Answer = "=1+1 stays a text" },
    ];

    [Theory]
    [InlineData("a.tsv")]
    [InlineData("a.csv")]
    [InlineData("a.xlsx")]
    [InlineData("a.qna")]
    public void What_is_written_is_read_again_whole(string file)
    {
        var (read, lost) = RoundTrip(file, Pairs);

        Assert.Empty(lost);
        Assert.Empty(read.Lost);
        AssertSame(Pairs, read.Pairs);
    }

    [Theory]
    [InlineData("a.tsv")]
    [InlineData("a.csv")]
    [InlineData("a.xlsx")]
    public void Tables_keep_follow_up_prompts(string file) =>
        Assert.Equal(Prompts, Assert.Single(RoundTrip(file, [Pairs[1] with { Prompts = Prompts }]).Read.Pairs).Prompts);

    [Fact]
    public void What_qna_and_lu_have_no_place_for_is_said()
    {
        Assert.Equal(["1 pairs have follow-up prompts, which were not written."], RoundTrip("a.qna", [Pairs[0] with { Prompts = Prompts }]).Lost);
        Assert.Equal(["2 answers were not written: .lu holds what people say, and no answers.", "1 sources were not written."], RoundTrip("a.lu", Pairs).Lost);
    }

    [Fact]
    public void An_lu_file_keeps_what_people_say_and_says_that_answers_are_missing()
    {
        var (read, _) = RoundTrip("a.lu", Pairs);

        Assert.Equal(Pairs.Select(p => string.Join('/', p.Questions)), read.Pairs.Select(p => string.Join('/', p.Questions)));
        Assert.All(read.Pairs, pair => Assert.Equal("", pair.Answer));
        Assert.Contains("2 intents have no answers", Assert.Single(read.Lost), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_may_have_its_columns_in_any_order_and_no_more_than_two() =>
        AssertSame([new() { Questions = ["Why?"], Answer = "Because; so." }], Read("a.csv", "answer;QUESTION\n\"Because; so.\";Why?\n").Pairs);

    [Fact]
    public void Rows_with_the_same_number_and_answer_are_one_pair()
    {
        var pair = Assert.Single(Read("a.tsv", "Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId\nHi\tHello\\n\\nyou\tEditorial\t\t[]\tTrue\t[]\t7\nHey\tHello\\n\\nyou\tEditorial\t\t[{\"x\":1}]\tfalse\t[]\t7\n\tlost\n").Pairs);

        AssertSame([new() { Id = "7", Questions = ["Hi", "Hey"], Answer = "Hello\n\nyou", Source = "Editorial" }], [pair]);
    }

    [Fact]
    public void What_a_table_holds_beyond_pairs_is_said() => Assert.Equal(
        [
            "1 rows without a question or an answer were left out.",
            "1 rows have suggestions of active learning, which are not questions yet; they were left out.",
            "1 rows are meant for follow-ups only; they can be asked at any time now.",
        ],
        Read("a.tsv", "Question\tAnswer\tSuggestedQuestions\tIsContextOnly\nHi\tHello\t[{\"x\":1}]\tTrue\n\tlost\n").Lost);

    [Theory]
    [InlineData("<p>One &amp; <b>two</b>.</p><p>See <a href='https://example.org/a?b=1'>this</a>.</p>", "One & **two**.\n\nSee [this](https://example.org/a?b=1).")]
    [InlineData("Either:<ul><li>one</li><li>two</li></ul>", "Either:\n\n- one\n- two")]
    [InlineData("<script>alert(1)</script>Hello<br>you<a href='javascript:alert(1)'>!</a><p>", "Hello\nyou!")]
    [InlineData("Write <your name> if 1 < 2", "Write <your name> if 1 < 2")]
    public void HTML_becomes_Markdown_and_only_HTML_does(string answer, string expected)
    {
        var read = Read("a.tsv", $"Question\tAnswer\nHi\t{answer}\n");

        Assert.Equal(expected, Assert.Single(read.Pairs).Answer);
        Assert.Equal(answer != expected, read.Lost.Any(loss => loss.Contains("HTML", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_parts_of_a_qna_file_are_told_apart()
    {
        var read = Read("a.qna", """
            > # Questions
            > !# @qna.pair.source = hours.pdf
            <a id = "3"></a>
            ### ?store hours
            - when do you {what=open}
            **Filters:**
            - city = Oslo

                ```markdown
                From 9 to 5.

                    Not on Sundays.
                ```
            **Prompts:**
            - [Oslo](#?oslo) `context-only`

            # ? oslo
            ```
            Yes.
            ```
            $hours : qna-alterations=
            - opening times
            [more](./more.qna)
            """);

        AssertSame(
            [
                new() { Id = "3", Questions = ["store hours", "when do you open"], Answer = "From 9 to 5.\n\n    Not on Sundays.", Source = "hours.pdf", Metadata = "city:Oslo", Prompts = """[{"displayOrder":0,"qnaId":"oslo","displayText":"Oslo"}]""" },
                new() { Questions = ["oslo"], Answer = "Yes." },
            ],
            read.Pairs);
        Assert.Equal(3, read.Lost.Length);
    }

    [Theory]
    [InlineData("a.tsv", "", "the file is empty; its first line must name the columns")]
    [InlineData("a.csv", "Frage,Antwort\nx,y\n", "of which Question and Answer are needed; it is \"Frage\", \"Antwort\"")]
    [InlineData("a.xlsx", "no workbook", "this is not an Excel workbook (.xlsx)")]
    [InlineData("a.qna", "# ? open\n```\nfor ever", "line 2: the answer that starts here does not end")]
    [InlineData("a.qna", "just words", "there are no questions in it")]
    public void What_is_not_of_its_format_is_told(string file, string text, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<InvalidDataException>(() => Read(file, text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_UTF8_is_told() => Assert.Contains(
        "not UTF-8",
        Assert.Throws<InvalidDataException>(() => PairFormats.Of("a.csv").Read(new MemoryStream([.. Encoding.ASCII.GetBytes("Question,Answer\n"), 0xE9, 0x20]))).Message,
        StringComparison.Ordinal);

    private static PairFile Read(string file, string text) => PairFormats.Of(file).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static (PairFile Read, ImmutableArray<string> Lost) RoundTrip(string file, QnaPair[] pairs)
    {
        var format = PairFormats.Of(file);
        var stream = new MemoryStream();
        var lost = format.Write(pairs, stream);
        return (format.Read(new MemoryStream(stream.ToArray())), lost);
    }

    private static void AssertSame(IEnumerable<QnaPair> expected, IEnumerable<QnaPair> actual) =>
        Assert.Equal(expected.Select(Told), actual.Select(Told));

    private static string Told(QnaPair pair) => $"{pair.Id} {string.Join(" / ", pair.Questions)} -> {pair.Answer} [{pair.Source}] {pair.Metadata} {pair.Prompts}";
}
