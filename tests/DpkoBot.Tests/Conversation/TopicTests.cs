using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>Questions with a written answer.</summary>
public class TopicTests
{
    [Fact]
    public void A_topic_is_answered_as_it_is_written()
    {
        var reply = Chat.AskSmall("how do I become a peacekeeper");

        Assert.Equal("Ask your government.\n\nSource: The department's page, between April 2017 and December 2018.", reply.Text);
        Assert.Equal(["join/answer"], reply.Topics);
    }

    [Fact]
    public void A_topic_has_follow_ups_of_its_own() =>
        Assert.Equal(["become-peacekeeper/answer"], Chat.Ask("What do blue helmets do?", "how do I become one?").Topics);

    [Theory]
    [InlineData("How can I join the blue helmets?", "become-peacekeeper/answer")]
    [InlineData("I would like to become a UN peacekeeper, what do I have to do?", "become-peacekeeper/answer")]
    public void The_bots_topics_are_found_by_other_words(string question, string topic) => Assert.Equal([topic], Chat.Ask(question).Topics);

    [Fact]
    public void Every_topic_is_answered_by_its_own_question()
    {
        var topics = TrainedRecognizer.English.Topics.Values.OrderBy(t => t.Property, StringComparer.Ordinal).ToList();

        var missed = topics
            .Select(topic => (topic.Property, topic.Question, Reply: Chat.Ask(topic.Question)))
            .Where(asked => asked.Reply.Outcome is not Outcome.Answer || !asked.Reply.Topics.Contains($"{asked.Property}/answer"))
            .Select(asked => $"{asked.Property}: \"{asked.Question}\" got {asked.Reply.Outcome} {string.Join(", ", asked.Reply.Topics)}")
            .ToList();

        Assert.NotEmpty(topics);
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }
}
