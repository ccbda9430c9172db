using DpkoBot.Core.Conversation;

namespace DpkoBot.Tests.Support;

/// <summary>What holds for every reply.</summary>
internal static class Replies
{
    /// <summary>Asserts that a reply has text and an outcome, that nothing is left unfilled, and that an answer tells its sources.</summary>
    public static void AreWhole(BotReply reply)
    {
        Assert.True(Enum.IsDefined(reply.Outcome));
        Assert.Equal("en", reply.Language);
        Assert.False(string.IsNullOrWhiteSpace(reply.Text));
        Assert.InRange(reply.SuggestedQuestions.Length, 0, 5);
        Assert.All(reply.SuggestedQuestions, question => Assert.False(string.IsNullOrWhiteSpace(question)));
        Assert.InRange(reply.Recognition.Score, 0, 1);
        Assert.Equal(reply.Outcome == Outcome.Answer, !reply.Topics.IsEmpty);
        Assert.Equal(reply.Outcome == Outcome.Answer, !reply.Citations.IsEmpty);
        if (reply.Outcome == Outcome.Answer)
        {
            var last = reply.Text.Split('\n')[^1];
            Assert.Matches("^Sources?: .+", last);
            Assert.All(reply.Citations, citation => Assert.Contains(citation.Title, last, StringComparison.Ordinal));
        }
    }
}
