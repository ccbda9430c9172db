using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation.Sets;

/// <summary>Questions for several subjects at once, with the bot's own knowledge.</summary>
public class MissionSetTests
{
    [Theory]
    [InlineData("What were the two oldest UN missions?", "UNTSO UNMOGIP", "UNEF ONUC")]
    [InlineData("Which UN missions ended in 2017?", "UNOCI MINUSTAH", "UNMIL MONUSCO")]
    [InlineData("Which missions were active in 1963?", "UNTSO UNMOGIP ONUC UNSF UNYOM", "UNFICYP")]
    [InlineData("Which missions are still active in the Middle East?", "UNTSO UNDOF UNIFIL", "UNEF UNIIMOG MINURSO")]
    [InlineData("How many peacekeeping missions began in Africa in the 1990s?", "MINURSO ONUMOZ UNAMIR MONUC", "ONUC UNTAG UNMIL UNPROFOR")]
    [InlineData("Which peacekeeping operations were set up in Europe?", "UNFICYP UNPROFOR UNMIK", "UNTSO")]
    [InlineData("name all former heads of the department", "Goulding Annan Miyet Guéhenno Ladsous", "Lacroix")]
    [InlineData("who were the French heads of the department?", "Miyet Guéhenno Ladsous Lacroix", "Annan Goulding")]
    [InlineData("who was the first head of the department", "Goulding", "Annan")]
    [InlineData("who was the longest serving head of the department", "Lacroix", "Goulding")]
    [InlineData("how many people have headed the department?", "Goulding Annan Lacroix", "")]
    public void A_set_has_these_members_and_not_those(string question, string members, string others)
    {
        var reply = Chat.Ask(question);

        Assert.Equal(Outcome.Answer, reply.Outcome);
        var text = reply.Text.Split("Source")[0];
        Assert.All(members.Split(' '), member => Assert.Contains(member, text, StringComparison.Ordinal));
        Assert.All(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), other => Assert.DoesNotMatch($@"\b{other}\b", text));
    }

    [Theory]
    [InlineData("how many missions have there been", "71")]
    [InlineData("how many UN peacekeeping operations have there been in total", "71")]
    public void All_there_ever_were_are_counted(string question, string count) => Assert.Contains(count, Chat.Ask(question).Text, StringComparison.Ordinal);

    [Fact]
    public void A_follow_up_narrows_the_set_and_keeps_its_time()
    {
        var text = Chat.Ask("How many peacekeeping missions began in Africa in the 1990s?", "how many of them ended before 2000?").Text;

        Assert.Contains("ONUMOZ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("UNTAG", text, StringComparison.Ordinal);
        Assert.DoesNotContain("MONUC", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_asks_which_of_them_still_run()
    {
        var text = Chat.Ask("Which peacekeeping operations were set up in Europe?", "how many of those are still running").Text;

        Assert.Contains("UNMIK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("UNPROFOR", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_was_none_it_is_said()
    {
        var reply = Chat.Ask("how many missions has the UN had in Brazil?");

        Assert.Equal(Outcome.Fallback, reply.Outcome);
        Assert.Contains("no UN peacekeeping operation in Brazil", reply.Text, StringComparison.Ordinal);
    }
}
