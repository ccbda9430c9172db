using DpkoBot.Core.Conversation;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>The knowledge can be replaced in the middle of a conversation, and then what was spoken of may be gone.</summary>
public class ReplacedKnowledgeTests
{
    private static readonly AnswerEngine Engine = TrainedEngines.Default;

    private static readonly ConversationState Stale = new()
    {
        LastProperty = "a-property-that-is-gone",
        Focus = ["a-subject-that-is-gone"],
        LastSet = new SubjectSet { Type = "a-type-that-is-gone", Filters = [new SetFilter("gone", ["gone"])] },
        Answered = ["gone/gone"],
    };

    [Theory]
    [InlineData("when was it set up?")]
    [InlineData("and in 2003?")]
    [InlineData("which year was that?")]
    [InlineData("which of them are still running?")]
    [InlineData("and OROLSI?")]
    [InlineData("how many are there?")]
    [InlineData("xyzzy")]
    public void What_leans_on_what_is_gone_is_answered_as_if_nothing_had_been_said_of_it(string followUp)
    {
        var forgetful = Engine.Answer(followUp, "en", ConversationState.Empty).Reply;

        Assert.Equal(forgetful.Text, Engine.Answer(followUp, "en", Stale).Reply.Text);
    }

    [Fact]
    public void What_is_still_there_is_still_spoken_of()
    {
        var state = Engine.Answer("tell me about OROLSI", "en", ConversationState.Empty).State;
        var mixed = state with { Focus = ["a-subject-that-is-gone", .. state.Focus] };

        Assert.Equal(["orolsi/established"], Engine.Answer("when was it set up?", "en", mixed).Reply.Topics);
    }
}
