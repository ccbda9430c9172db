using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Conversation;

/// <summary>Answers that can have changed say how old they are once they are too old.</summary>
public sealed class StaleAnswerTests
{
    private const string Question = "how many people work in the department";

    [Fact]
    public void The_remark_comes_with_the_day_on_which_the_source_is_too_old_and_nothing_else_changes()
    {
        var fresh = Ask("2020-01-01", staleAfter: "365");
        var stale = Ask("2020-01-02", staleAfter: "365");

        Assert.Contains("As of 1 January 2019.", fresh, StringComparison.Ordinal);
        Assert.Equal(fresh.Replace("As of 1 January 2019.", "As of 1 January 2019.\n\nThat was 1 year ago.", StringComparison.Ordinal), stale);
    }

    [Fact]
    public void Without_a_limit_nothing_is_said() => Assert.Equal(Ask("2020-01-01", null), Ask("2099-01-01", null));

    private static string Ask(string day, string? staleAfter)
    {
        using var folder = new KnowledgeFolder();
        if (staleAfter is not null)
        {
            folder.Replacing(Ontology, "begins:", $"stale_after: {staleAfter}\nbegins:");
        }

        var reply = new AnswerEngine(folder.LoadGood(), new FakeTimeProvider(DateTimeOffset.Parse(day + "T12:00:00Z", null)))
            .Answer(Question, "en", ConversationState.Empty).Reply;
        Assert.Equal(Outcome.Answer, reply.Outcome);
        Assert.Contains(reply.Facts, fact => fact.Property == "staff");
        return reply.Text;
    }
}
