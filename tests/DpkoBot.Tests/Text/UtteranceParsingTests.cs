using DpkoBot.Core.Text;

namespace DpkoBot.Tests.Text;

public class UtteranceParsingTests
{
    [Theory]
    [InlineData("WHAT does Dpko DO", "what does dpko do")]
    [InlineData("ÉTAT MAJOR", "etat major")]
    [InlineData("ΟΔΗΓΟΣ", "οδηγοσ")]
    public void Case_makes_no_difference(string text, string words) => Assert.Equal(words, Utterance.Normalize(text));

    [Theory]
    [InlineData("caf\u00E9")]
    [InlineData("cafe\u0301")]
    [InlineData("CAF\u00C9")]
    [InlineData("c\u0323afe\u0301\u0302")]
    public void An_accent_makes_no_difference_however_it_is_encoded(string text) => Assert.Equal("cafe", Utterance.Normalize(text));

    [Theory]
    [InlineData("ＤＰＫＯ", "dpko")]
    [InlineData("ｄｐｋｏ　ｄｏｅｓ", "dpko does")]
    [InlineData("１９９２", "1992")]
    [InlineData("oﬃce", "office")]
    [InlineData("𝐃𝐏𝐊𝐎", "dpko")]
    public void Wide_joined_and_ornate_letters_are_the_plain_ones(string text, string words) => Assert.Equal(words, Utterance.Normalize(text));

    [Theory]
    [InlineData("ما هي إدارة عمليات حفظ السَّلَام؟", "ما هي ادارة عمليات حفظ السلام")]
    [InlineData("Что такое Департамент?", "что такое департамент")]
    [InlineData("Какой", "какои")]
    [InlineData("शांति सेना", "शत सन")]
    public void Words_of_other_alphabets_are_words_without_their_marks(string text, string words) => Assert.Equal(words, Utterance.Normalize(text));

    [Theory]
    [InlineData("维和行动", "维 和 行 动")]
    [InlineData("維持和平行動部何時成立？", "維 持 和 平 行 動 部 何 時 成 立")]
    [InlineData("DPKO是什么", "dpko 是 什 么")]
    [InlineData("𠀀𠀁", "𠀀 𠀁")]
    public void A_script_without_spaces_has_a_token_for_each_character(string text, string words) => Assert.Equal(words, Utterance.Normalize(text));

    [Theory]
    [InlineData("\u200Fwhat is DPKO\u200F", "what is dpko")]
    [InlineData("\u202Bwhat is\u202C \u2067DPKO\u2069", "what is dpko")]
    [InlineData("D\u200BP\u200CK\u200DO", "dpko")]
    [InlineData("peace\u00ADkeeping", "peacekeeping")]
    [InlineData("\uFEFFDP\u2060KO", "dpko")]
    public void Marks_that_nobody_sees_are_not_there(string text, string words) => Assert.Equal(words, Utterance.Normalize(text));

    [Theory]
    [InlineData("what's", "what s")]
    [InlineData("what\u2019s", "what s")]
    [InlineData("the UN's arm", "the un s arm")]
    [InlineData("peace-keeping", "peace keeping")]
    [InlineData("peace\u2011keeping\u2013force", "peace keeping force")]
    [InlineData("it,that;this/those_these", "it that this those these")]
    [InlineData("1992/03", "1992 03")]
    public void What_is_no_letter_or_digit_cuts(string text, string words) => Assert.Equal(words, Utterance.Normalize(text));

    [Theory]
    [InlineData("D.P.K.O.", 7)]
    [InlineData("D.P.K.O", 7)]
    [InlineData("D P K O", 7)]
    [InlineData("D-P-K-O", 7)]
    [InlineData("DPKO", 4)]
    public void An_acronym_is_one_word_however_it_is_spelled_out(string text, int length)
    {
        var token = Assert.Single(Utterance.Parse(text).Tokens);

        Assert.Equal(new Token("dpko", 0, length, IsAcronym: true, IsCapitalized: true), token);
    }

    [Theory]
    [InlineData("a b c", "a b c")]
    [InlineData("A B", "A B")]
    [InlineData("Plan A", "Plan A")]
    [InlineData("D  P  K  O", "D P K O")]
    [InlineData("end.Start", "end Start")]
    public void Other_letters_stay_by_themselves(string text, string words)
    {
        var utterance = Utterance.Parse(text);

        Assert.Equal(words.Split(' '), utterance.Tokens.Select(token => Written(utterance, token)));
    }

    [Fact]
    public void An_acronym_between_words_leaves_them_alone()
    {
        var utterance = Utterance.Parse("What does the D P K O do? And U.N. offices?");

        Assert.Equal(["What", "does", "the", "D P K O", "do", "And", "U.N", "offices"], utterance.Tokens.Select(token => Written(utterance, token)));
        Assert.Equal("what does the dpko do and un offices", string.Join(' ', utterance.Tokens.Select(token => token.Text)));
    }

    [Fact]
    public void A_token_points_at_what_was_written()
    {
        var utterance = Utterance.Parse("  ¿Cafe\u0301, 😀ＤＰＫＯ? 维和 𝐃𝐏");

        Assert.Equal(["Cafe\u0301", "ＤＰＫＯ", "维", "和", "𝐃𝐏"], utterance.Tokens.Select(token => Written(utterance, token)));
        Assert.Equal([3, 12, 18, 19, 21], utterance.Tokens.Select(token => token.Start));
    }

    [Fact]
    public void A_half_of_a_character_cuts_and_is_skipped()
    {
        Assert.Equal("dp ko", Utterance.Normalize("DP\uD83DKO"));
        Assert.Equal("dp ko", Utterance.Normalize("DP\uDE00KO"));
        Assert.Equal("what", Utterance.Normalize("\uDE00\uD83Dwhat\uD83D"));
        Assert.Empty(Utterance.Parse("\uD83D").Tokens);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u3000")]
    [InlineData("?!... — ()")]
    [InlineData("😀👍🏽👨\u200D👩\u200D👧🇺🇳")]
    [InlineData("\u0301\u0302")]
    [InlineData("\u200B\u200E\uFEFF")]
    [InlineData("\0\u0001\u001B\u007F")]
    public void What_holds_no_word_has_no_tokens(string text) => Assert.Empty(Utterance.Parse(text).Tokens);

    [Theory]
    [InlineData("dpko", false, false)]
    [InlineData("Dpko", false, true)]
    [InlineData("DPKO", true, true)]
    [InlineData("dPKO", false, false)]
    [InlineData("D", false, true)]
    [InlineData("1992", false, false)]
    [InlineData("G77", false, true)]
    [InlineData("GA77", true, true)]
    [InlineData("ÉU", true, true)]
    [InlineData("ООН", true, true)]
    [InlineData("维", false, false)]
    public void Capitals_are_noticed(string text, bool acronym, bool capitalized)
    {
        var token = Assert.Single(Utterance.Parse(text).Tokens);

        Assert.Equal((acronym, capitalized), (token.IsAcronym, token.IsCapitalized));
    }

    [Fact]
    public void Only_so_many_tokens_are_looked_at()
    {
        var text = string.Join(' ', Enumerable.Range(0, Utterance.MaxTokens + 1).Select(i => $"w{i}"));

        var tokens = Utterance.Parse(text).Tokens;

        Assert.Equal(Utterance.MaxTokens, tokens.Length);
        Assert.Equal($"w{Utterance.MaxTokens - 1}", tokens[^1].Text);
    }

    [Fact]
    public void Only_so_many_characters_are_looked_at()
    {
        var blank = new string(' ', Utterance.MaxLength - 1);

        Assert.Equal("d", Utterance.Normalize(blank + "d"));
        Assert.Empty(Utterance.Parse(blank + " d").Tokens);
    }

    [Fact]
    public void Of_a_word_that_is_too_long_the_beginning_is_compared_and_all_of_it_is_skipped()
    {
        var word = new string('a', Utterance.MaxWordLength);

        var tokens = Utterance.Parse(word + "bbb next").Tokens;

        Assert.Equal([word, "next"], tokens.Select(token => token.Text));
        Assert.Equal(Utterance.MaxWordLength + 3, tokens[0].Length);
        Assert.Equal(word, Assert.Single(Utterance.Parse(word).Tokens).Text);
    }

    [Theory]
    [InlineData("A ", 60)]
    [InlineData("\uFDFA", 40)]
    [InlineData("ﬃ", 40)]
    public void A_word_does_not_become_too_long_by_being_read(string piece, int times) =>
        Assert.Equal(Utterance.MaxWordLength, Assert.Single(Utterance.Parse(string.Concat(Enumerable.Repeat(piece, times))).Tokens).Text.Length);

    [Fact]
    public void A_word_may_be_cut_within_a_character()
    {
        var word = new string('a', Utterance.MaxWordLength - 1);

        Assert.Equal(word, Assert.Single(Utterance.Parse(word + "𝐃𝐏").Tokens).Text);
    }

    private static string Written(Utterance utterance, Token token) => utterance.Text.Substring(token.Start, token.Length);
}
