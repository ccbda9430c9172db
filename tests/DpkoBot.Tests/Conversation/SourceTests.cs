using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>What is said of where an answer comes from, in the small knowledge.</summary>
public class SourceTests
{
    [Fact]
    public void What_nobody_published_is_said_with_caution()
    {
        var reply = Chat.AskSmall("when did LAKMIS end");

        Assert.Equal("LAKMIS ended in November 1995.\n\nNot checked.\n\nSource: What people say, 2018.", reply.Text);
        Assert.Equal(["What people say"], reply.Citations.Select(c => c.Title));
    }

    [Fact]
    public void Beside_what_was_published_it_is_no_source()
    {
        var reply = Chat.AskSmall("how long was LAKMIS there");

        Assert.EndsWith("\n\nNot checked.\n\nSource: The department's page, between April 2017 and December 2018.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["The department's page"], reply.Citations.Select(c => c.Title));
    }

    [Fact]
    public void A_set_with_one_such_member_is_said_with_caution() =>
        Assert.Contains("\n\nNot checked.\n\n", Chat.AskSmall("which missions in Northland").Text, StringComparison.Ordinal);

    [Fact]
    public void What_was_published_is_said_plainly() => Assert.DoesNotContain("Not checked", Chat.AskSmall("when did HILMIS end").Text, StringComparison.Ordinal);
}
