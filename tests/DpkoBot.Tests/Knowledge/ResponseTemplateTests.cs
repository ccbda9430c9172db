using CsCheck;
using DpkoBot.Core.Knowledge;
using static DpkoBot.Core.Knowledge.ResponseTemplate;

namespace DpkoBot.Tests.Knowledge;

public class ResponseTemplateTests
{
    [Fact]
    public void A_template_is_words_placeholders_and_optional_parts()
    {
        var template = Parse("{subject} was created in {established.from}[, by {head}].")!;

        Assert.Equal<Part>([new Placeholder("subject", null), new Literal(" was created in "), new Placeholder("established", "from")], template.Parts.Take(3));
        Assert.Equal<Part>([new Literal(", by "), new Placeholder("head", null)], Assert.IsType<Optional>(template.Parts[3]).Parts);
        Assert.Equal(new Literal("."), template.Parts[4]);
        Assert.Equal(["{subject}", "{established.from}", "{head}"], template.Placeholders.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Only words (with | other) signs.", 1)]
    [InlineData("[]", 1)]
    [InlineData("{a}{b}", 2)]
    [InlineData("{a.b.c}", 1)]
    public void Whatever_is_written_is_kept(string text, int parts) => Assert.Equal(parts, Parse(text)!.Parts.Length);

    [Theory]
    [InlineData("[a", "a ']' is missing at its end")]
    [InlineData("a]", "the ']' at character 2 is out of place (square brackets do not nest)")]
    [InlineData("[a [b]]", "the '[' at character 4 is out of place (square brackets do not nest)")]
    [InlineData("{a", "a placeholder is written {property}")]
    [InlineData("[{a]", "a placeholder is written {property}")]
    [InlineData("{a {b}", "a placeholder is written {property}")]
    [InlineData("{}", "a placeholder is written {property}")]
    [InlineData("a}", "the '}' at character 2 is out of place (square brackets do not nest)")]
    public void A_template_that_cannot_be_read_says_why(string text, string reason)
    {
        Assert.Null(ResponseTemplate.Parse(text, "en/responses.yaml", 3, out var problem));
        Assert.Equal($"the response \"{text}\" cannot be read: {reason}", problem);
    }

    [Fact]
    public void Any_text_is_a_template_that_holds_all_of_it_or_a_problem() =>
        Gen.OneOf(Gen.String, Gen.String["ab. {}[]"]).Sample(text =>
        {
            var template = ResponseTemplate.Parse(text, "", 1, out var problem);
            return template is null ? problem is not null : string.Concat(template.Parts.Select(Write)) == text;
        });

    private static string Write(Part part) => part switch
    {
        Literal literal => literal.Text,
        Optional optional => $"[{string.Concat(optional.Parts.Select(Write))}]",
        _ => part.ToString()!,
    };

    private static ResponseTemplate? Parse(string text) => ResponseTemplate.Parse(text, "en/responses.yaml", 1, out _);
}
