using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

public class FollowUpTests
{
    [Fact]
    public void It_means_what_was_spoken_of() =>
        Assert.Equal(["orolsi/established"], Chat.Ask("tell me about OROLSI", "when was it set up?").Topics);

    [Fact]
    public void He_means_a_person_although_the_department_was_asked_about() =>
        Assert.Equal(["jean-pierre-lacroix/position"], Chat.Ask("who leads DPKO?", "what is his position?").Topics);

    [Fact]
    public void A_new_name_alone_asks_the_same_of_another_subject() =>
        Assert.Equal(["orolsi/purpose"], Chat.Ask("What does the Office of Military Affairs do?", "and OROLSI?").Topics);

    [Fact]
    public void The_one_for_an_area_is_the_office_that_handles_it() =>
        Assert.Equal(["pet/purpose"], Chat.Ask("What does the Office of Operations do?", "and the one for training?").Topics);

    [Fact]
    public void When_was_that_repeats_the_answer_that_tells_the_time() =>
        Assert.Equal(["untso/established"], Chat.Ask("what were the first peacekeeping operations?", "which year was that?").Topics);

    [Fact]
    public void A_name_from_an_earlier_turn_is_still_known_after_thanks() =>
        Assert.Equal(["orolsi/established"], Chat.Ask("tell me about OROLSI", "thanks!", "when was it set up?").Topics);

    [Fact]
    public void A_name_of_which_something_unknown_was_asked_is_still_spoken_of() =>
        Assert.Equal(["oma/purpose"], Chat.Ask("who heads the Office of Military Affairs?", "and what does it do?").Topics);

    [Fact]
    public void After_an_unknown_name_it_does_not_mean_the_department() =>
        Assert.Equal(Outcome.Fallback, Chat.Ask("When did UNFOOBAR start?", "and when did it finish?").Outcome);

    [Fact]
    public void A_subject_from_an_earlier_sentence_of_the_message_is_meant() =>
        Assert.Contains("untso/overview", Chat.Ask("I found a medal with UNTSO on it. What is that?").Topics);

    [Fact]
    public void The_year_before_goes_back_from_the_year_that_was_asked_about() =>
        Assert.Contains("2022", Chat.Ask("How big was the peacekeeping budget in 2023-24?", "and the year before?").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("When did UNAVEM II end?", "and the third one?", "unavem-iii/ended")]
    [InlineData("Tell me about UNOSOM I", "and the second one?", "unosom-ii/overview")]
    public void The_next_of_a_series_is_asked_for_by_its_number(string first, string then, string topic) =>
        Assert.Equal([topic], Chat.Ask(first, then).Topics);

    [Fact]
    public void The_one_in_a_place_is_of_the_kind_that_was_asked_about() =>
        Assert.Equal(["unmik/headquarters"], Chat.Ask("Where did UNTAC have its headquarters?", "and the one in Kosovo?").Topics);

    [Fact]
    public void What_is_remembered_is_bounded_and_holds_ids_alone()
    {
        var chat = new Chat();
        var known = TrainedEngines.Default.Knowledge.Subjects;
        foreach (var subject in known.Keys.Order(StringComparer.Ordinal))
        {
            chat.Say($"tell me about {known[subject].Id.Replace('-', ' ')}");
            chat.Say("when was it established");
        }

        Assert.InRange(chat.State.Focus.Length, 1, 6);
        Assert.InRange(chat.State.Answered.Length, 1, 24);
        Assert.All(chat.State.Focus, id => Assert.Contains(id, known.Keys));
    }
}
