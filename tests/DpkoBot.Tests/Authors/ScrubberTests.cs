using DpkoBot.Authors.Gaps;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Authors;

public class ScrubberTests
{
    private static readonly Scrubber Scrubber = new(TrainedEngines.Default.Knowledge.LanguageFor("en"));

    [Theory]
    [InlineData("Can I write to jane.doe+un@mail.example.org?", "Can I write to [e-mail]?")]
    [InlineData("call me at +1 (212) 555-0199 about UNMISS", "call me at [number] about UNMISS")]
    [InlineData("my passport AB1234567 and visa 12-345-678", "my passport [number] and visa [number]")]
    [InlineData("see https://example.org/me?id=7 and @jane_doe", "see [address] and [name]")]
    [InlineData("Is John Smith in the department?", "Is [name] in the department?")]
    [InlineData("does Zoë O'Brien-Xu work for OROLSI", "does [name] work for OROLSI")]
    public void What_can_tell_who_asked_is_taken_out(string text, string expected) => Assert.Equal(expected, Scrubber.Scrub(text));

    [Theory]
    [InlineData("How many peacekeepers died in 1994?")]
    [InlineData("What does resolution 1325 say about Mali and Kofi Annan?")]
    [InlineData("Who pays for UNIFIL since 1978-03-19, and are there 4,200 troops?")]
    [InlineData("where can i park my car")]
    public void What_the_knowledge_knows_stays(string text) => Assert.Equal(text, Scrubber.Scrub(text));
}
