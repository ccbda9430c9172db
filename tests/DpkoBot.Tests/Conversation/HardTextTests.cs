using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>Texts that nobody should send: each gets a reply, and a question that is plain under the noise its answer.</summary>
public class HardTextTests
{
    private const string Question = "What does DPKO do?";

    // By name: test runners can show neither half characters nor a quarter of a million of them.
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["nothing"] = "",
        ["spaces"] = " \t \r\n\u00A0\u2003\u3000",
        ["4,000 letters"] = new string('a', 4_000),
        ["4,000 words"] = Repeated("office ", 4_000),
        ["4,000 characters of names"] = Repeated("Office of Military Affairs and ", 129),
        ["256,000 letters"] = new string('x', 256_000),
        ["256,000 spaces"] = new string(' ', 256_000),
        ["256,000 characters of questions"] = Repeated("When was DPKO created? ", 11_130),
        ["256,000 characters of names without an end"] = Repeated("Office of Rule of Law and Security Institutions and the ", 4_571),
        ["256,000 combining marks"] = "e" + new string('\u0301', 256_000),
        ["256,000 spelled letters"] = Repeated("D ", 128_000),
        ["256,000 ands"] = Repeated("and ", 64_000),
        ["as many ligatures of a whole phrase as are read"] = Repeated(new string('\uFDFA', 50) + " ", 156),
        ["a thousand question marks"] = new string('?', 1_000),
        ["a thousand full stops between letters"] = Repeated("a. ", 1_000),
        ["a thousand commas"] = Repeated("DPKO, ", 1_000),
        ["only emoji"] = "😀👍🏽👨\u200D👩\u200D👧🇺🇳❤️",
        ["mixed scripts"] = "DPKO это 维和行动 إدارة क्या है ไทย 한국어?",
        ["letters that look like others"] = "What does DРКО dо?",
        ["only right-to-left marks"] = "\u200F\u202E\u2067\u2069",
        ["right to left"] = "ما هي إدارة عمليات حفظ السلام؟",
        ["zero width alone"] = "\u200B\u200C\u200D\uFEFF\u2060",
        ["all capitals and no question"] = "AAAA BBBB CCCC DDDD",
        ["a script"] = "<script>alert(document.cookie)</script>",
        ["an image that fails"] = "<img src=x onerror=alert(1)>",
        ["broken tags"] = "<<<div class=\"><!--",
        ["Markdown"] = "# **[x](javascript:alert(1))** `code` | a | b |\n|---|---|\n> quote",
        ["SQL"] = "'; DROP TABLE users; -- SELECT * FROM users WHERE 1=1",
        ["a template"] = "{subject} {purpose} {{x}} ${jndi:ldap://x} %s %n",
        ["masks of the recognizer"] = "§office §department §any ~create",
        ["JSON"] = "{\"type\":\"message\",\"text\":null,\"a\":[1,2,{}]}",
        ["control characters"] = "\0\u0001\u0007\b\u001B[31m\u007F\u0085\u2028\u2029",
        ["a null in a word"] = "DP\0KO",
        ["a high half alone"] = "\uD83D",
        ["a low half alone"] = "\uDE00",
        ["halves around a question"] = "\uDE00What does\uD83D DPKO do\uD83D",
        ["halves within a name"] = "What does DP\uD83DKO and DP\uDE00KO do?",
        ["characters that are none"] = "\uFFFE\uFFFF\uFFFD\uFDD0",
        ["only digits"] = "0123456789 1992 2018 99999999999999999999",
        ["only function words"] = "the of and to it is that",
        ["one letter"] = "a",
        ["a conjunction at each end"] = "and DPKO and",
        ["a path"] = "../../../../etc/passwd",
    };

    public static TheoryData<string> Named => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Named))]
    public void Any_text_gets_a_reply(string name)
    {
        var result = TrainedEngines.Default.Answer(Texts[name], "en", ConversationState.Empty);

        Replies.AreWhole(result.Reply);
        Replies.AreWhole(TrainedEngines.Default.Answer(Texts[name], "en", result.State).Reply);
        Assert.Equal(Outcome.Answer, TrainedEngines.Default.Answer("When was DPKO created?", "en", result.State).Reply.Outcome);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("spaces")]
    [InlineData("4,000 letters")]
    [InlineData("256,000 letters")]
    [InlineData("256,000 spaces")]
    [InlineData("256,000 combining marks")]
    [InlineData("a thousand question marks")]
    [InlineData("only emoji")]
    [InlineData("only right-to-left marks")]
    [InlineData("zero width alone")]
    [InlineData("a script")]
    [InlineData("SQL")]
    [InlineData("a template")]
    [InlineData("control characters")]
    [InlineData("a high half alone")]
    [InlineData("characters that are none")]
    [InlineData("a path")]
    public void A_text_without_a_question_is_not_answered(string name) => Assert.Equal(Outcome.Fallback, Chat.Ask(Texts[name]).Outcome);

    [Theory]
    [InlineData("WHAT DOES DPKO DO?")]
    [InlineData("WHAT DOES THE DEPARTMENT OF PEACEKEEPING OPERATIONS DO???")]
    [InlineData("wHaT dOeS dPkO dO")]
    [InlineData("<p>What does <b>DPKO</b> do?</p>")]
    [InlineData("<b>What does DPKO do?</b>")]
    [InlineData("<strong>What does <em>DPKO</em> do?</strong>")]
    [InlineData("<div><span>What does DPKO do?</span></div>")]
    [InlineData("What does <b>DPKO</b> do?<br>")]
    [InlineData("**What** does `DPKO` _do_?")]
    [InlineData("# What does DPKO do?")]
    [InlineData("> - What does **DPKO** do?")]
    [InlineData("\u200F\u202BWhat does DPKO do?\u202C\u200F")]
    [InlineData("\u2067What\u2069 \u200Edoes\u200E \u202EDPKO\u202C do\u200F?")]
    [InlineData("What does D\u200BP\u200CK\u200DO do?")]
    [InlineData("\uFEFFWh\u00ADat does \u2060DPKO\u2060 do?")]
    [InlineData("What does D.P.K.O. do?")]
    [InlineData("What does D P K O do?")]
    [InlineData("Ｗｈａｔ　ｄｏｅｓ　ＤＰＫＯ　ｄｏ？")]
    [InlineData("𝐖𝐡𝐚𝐭 𝐝𝐨𝐞𝐬 𝐃𝐏𝐊𝐎 𝐝𝐨?")]
    [InlineData("Wha\u0301t do\u0308es D\u0323PKO do\u0302?")]
    [InlineData("🙂 What does DPKO do? 🙏🏽")]
    [InlineData("  \r\n\tWhat\u00A0does\u3000DPKO\tdo  ?  ")]
    [InlineData("What\0does\u0007DPKO\u001Bdo\u007F?")]
    [InlineData("'What does DPKO do?'; --")]
    [InlineData("\"What does 'DPKO' do?\"")]
    public void A_question_that_is_plain_under_the_noise_is_answered(string text)
    {
        var reply = Chat.Ask(text);

        Assert.Equal(["dpko/purpose"], reply.Topics);
        Assert.Equal(Chat.Ask(Question).Text, reply.Text);
    }

    [Theory]
    [InlineData("a thousand question marks behind it")]
    [InlineData("a thousand blanks before it")]
    [InlineData("said over and over")]
    [InlineData("halves around it")]
    public void So_is_one_that_cannot_be_written_in_a_table(string name)
    {
        var text = name switch
        {
            "a thousand question marks behind it" => Question + new string('?', 1_000),
            "a thousand blanks before it" => new string(' ', 1_000) + Question,
            "said over and over" => Repeated(Question + " ", 10),
            _ => $"\uDE00{Question}\uD83D",
        };

        Assert.Equal(["dpko/purpose"], Chat.Ask(text).Topics);
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
