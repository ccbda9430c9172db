using CsCheck;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Tests.Knowledge;

public class SentenceTemplateTests
{
    private static readonly Gen<string> AnyTemplate = Gen.Recursive<string>((depth, inner) =>
    {
        var words = Gen.OneOf("when", "was it", "{subject}", "{office}", "set up", "the UN's");
        return depth > 3 ? words : Gen.OneOf(
            words,
            inner.Select(t => $"[{t}]"),
            Gen.Select(inner, inner, (a, b) => $"({a}|{b})"),
            Gen.Select(inner, inner, (a, b) => $"{a} {b}"));
    });

    [Theory]
    [InlineData("when was it founded", "when was it founded")]
    [InlineData("(when|what year) was it", "when was it", "what year was it")]
    [InlineData("was it [officially] founded", "was it officially founded", "was it founded")]
    [InlineData("a [b|c] d", "a b d", "a c d", "a d")]
    [InlineData("a [(b|c) [x]]", "a b x", "a c x", "a b", "a c", "a")]
    [InlineData("a|b c", "a", "b c")]
    [InlineData("(a|)", "a", "")]
    [InlineData("a(b)c", "a b c")]
    [InlineData("  a   (  b  )  ", "a b")]
    [InlineData("who heads {department}", "who heads {department}")]
    [InlineData("{subject}(head|boss)", "{subject} head", "{subject} boss")]
    [InlineData("what's \"that\", then?", "what's \"that\", then?")]
    [InlineData("", "")]
    public void A_template_stands_for_all_its_sentences(string text, params string[] sentences)
    {
        var template = Parse(text);

        Assert.Equal(sentences.Order(StringComparer.Ordinal), template.Expand(100).Order(StringComparer.Ordinal));
        Assert.Equal(sentences.Length, template.Count);
    }

    [Fact]
    public void A_template_knows_its_slots_and_its_place()
    {
        var template = SentenceTemplate.Parse("{office} and {office} [of {department}]", "en/x.yaml", 7, out var problem)!;

        Assert.Null(problem);
        Assert.Equal(["office", "department"], template.Slots);
        Assert.Equal(("en/x.yaml", 7), (template.File, template.Line));
    }

    [Theory]
    [InlineData("(a", "a ')' is missing at its end")]
    [InlineData("[a", "a ']' is missing at its end")]
    [InlineData("(a]", "the ']' at character 3 closes nothing")]
    [InlineData("a)", "the ')' at character 2 closes nothing")]
    [InlineData("a}", "the '}' at character 2 closes nothing")]
    [InlineData("{a", "the slot at character 1 is not written {name}")]
    [InlineData("x {}", "the slot at character 3 is not written {name}")]
    [InlineData("{a|b}", "the slot at character 1 is not written {name}")]
    public void A_template_that_cannot_be_read_says_why(string text, string reason)
    {
        Assert.Null(SentenceTemplate.Parse(text, "en/x.yaml", 1, out var problem));
        Assert.Equal($"the sentence \"{text}\" cannot be read: {reason}.", problem);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Brackets_nest_twenty_deep(int depth, bool good) =>
        Assert.Equal(good, SentenceTemplate.Parse(new string('(', depth) + "a" + new string(')', depth), "", 1, out _) is not null);

    [Fact]
    public void A_template_beyond_counting_still_gives_samples()
    {
        var template = Parse(string.Concat(Enumerable.Repeat("(a|b|c|d|e|f|g|h|i|j) ", 400)));

        Assert.Equal(int.MaxValue, template.Count);
        Assert.Equal(50, template.Expand(50).Distinct().Count());
    }

    [Theory]
    [InlineData("(a|b) (c|d) (e|f) (g|h) (i|j)", 8)]
    [InlineData("(a|b|c|d|e) [x] {office} (f|g|h|i|j) [y]", 12)]
    [InlineData("(a|b) (c|d|e|f|g|h|i|j|k|l) (m|n)", 16)]
    [InlineData("(which|what) (office|unit|division|part|section) of (yours|the department) (is about|works on|handles|looks at) {area}", 10)]
    public void Samples_reach_every_alternative(string text, int limit)
    {
        var heard = Parse(text).Expand(limit).SelectMany(s => s.Split(' ')).ToHashSet();

        Assert.Superset(text.Split(" ()[]|".ToCharArray(), StringSplitOptions.RemoveEmptyEntries).ToHashSet(), heard);
    }

    [Theory]
    [InlineData("(a|b) (c|d) (e|f) (g|h) (i|j) (k|l)", 2)]
    [InlineData("(a|b|c) (d|e|f) (g|h|i) (j|k|l)", 3)]
    [InlineData("(a|b|c|d|e) (f|g|h|i|j) (k|l|m|n|o)", 5)]
    public void Samples_are_spread_evenly(string text, int alternatives)
    {
        const int Limit = 30;
        var counts = Parse(text).Expand(Limit).SelectMany(s => s.Split(' ')).CountBy(w => w);

        Assert.All(counts, word => Assert.InRange(word.Value, Limit / alternatives * 0.6, Limit / alternatives * 1.4));
    }

    [Fact]
    public void Samples_follow_the_number_of_sentences_behind_an_alternative()
    {
        var samples = Parse("(a|b (c|d|e|f|g|h|i|j|k)) (l|m|n|o)").Expand(20).ToList();

        Assert.InRange(samples.Count(s => s.StartsWith('a')), 1, 4);
    }

    [Fact]
    public void Expanding_keeps_to_the_limit_repeats_nothing_and_is_the_same_each_time() =>
        Gen.Select(AnyTemplate, Gen.Int[0, 40]).Sample((text, limit) =>
        {
            var sentences = Parse(text).Expand(limit).ToList();
            return sentences.Count <= limit
                && (sentences.Count > 0 || limit == 0)
                && (Parse(text).Count <= limit || sentences.Distinct().Count() == sentences.Count)
                && sentences.SequenceEqual(Parse(text).Expand(limit));
        });

    [Fact]
    public void No_expansion_has_a_bracket_or_two_spaces_left() =>
        AnyTemplate.Sample(text => Parse(text).Expand(50).All(s => s.AsSpan().IndexOfAny("()[]|") < 0 && s.Trim() == s && !s.Contains("  ", StringComparison.Ordinal)));

    [Fact]
    public void Any_text_is_a_template_or_a_problem() =>
        Gen.OneOf(Gen.String, Gen.String["ab {}()[]|"]).Sample(text =>
        {
            var template = SentenceTemplate.Parse(text, "", 1, out var problem);
            return (template is null) == (problem is not null) && template?.Expand(20).Count() != 0;
        });

    private static SentenceTemplate Parse(string text)
    {
        var template = SentenceTemplate.Parse(text, "en/x.yaml", 1, out var problem);
        Assert.Null(problem);
        return template!;
    }
}
