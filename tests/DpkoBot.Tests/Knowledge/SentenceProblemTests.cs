using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with sentences.</summary>
public sealed class SentenceProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sentence_that_asks_for_two_things_is_told_with_both_places() => folder
        .Replacing(Sentences, "sentences: [\"what is {subject} called\"]", "sentences: [\"what is {subject} called\", \"when was {subject} (founded|set up)\"]")
        .HasOneProblem(Sentences, "(founded|set up)", "\"when was {subject} set up\" asks for `name` here and for `established` in en/sentences/department.yaml", $"line {folder.LineOf(Sentences, "(established|set up)")}", "keep it where it belongs");

    [Fact]
    public void A_question_that_is_a_greeting_too() => folder
        .Replacing(SmallTalk, "[there]\"", "[there]\", \"Since when?\"")
        .HasOneProblem(Sentences, "- since when", "\"since when\" asks for `established` here and for `greet` in en/conversation.yaml");

    [Fact]
    public void A_question_that_is_to_be_answered_and_not() => folder
        .Adding(Background, "  - What does {subject} do?\n")
        .HasOneProblem(Sentences, "- what does {subject} do", "asks for `purpose` here and for `background` in en/background.yaml");

    [Fact]
    public void A_slot_that_is_no_type() => folder
        .Replacing(Sentences, "what is {office} a part of", "what is {offices} a part of")
        .HasOneProblem(Sentences, "{offices}", "the slot {offices} is not a type", "did you mean `office`?");

    [Theory]
    [InlineData("when was {subject} (established|set up", "a ')' is missing at its end")]
    [InlineData("when was {subject} established|set up)", "the ')' at character 38 closes nothing")]
    [InlineData("when was [{subject} established", "a ']' is missing at its end")]
    [InlineData("when was (a|b] established", "the ']' at character 14 closes nothing")]
    [InlineData("when was {subject established", "the slot at character 10 is not written {name}")]
    [InlineData("when was {} established", "the slot at character 10 is not written {name}")]
    [InlineData("when was {[subject]} established", "the slot at character 10 is not written {name}")]
    [InlineData("when was subject} established", "the '}' at character 17 closes nothing")]
    public void A_sentence_with_a_bracket_too_few_or_too_many(string sentence, string message) => folder
        .Replacing(Sentences, "when was {subject} (established|set up)", sentence)
        .HasOneProblem(Sentences, sentence, $"the sentence \"{sentence}\" cannot be read: {message}");

    [Fact]
    public void A_sentence_that_can_be_empty() => folder
        .Replacing(Background, "what is the weather like", "\"[please] [(tell|show) me]\"")
        .HasOneProblem(Background, "[please]", "\"[please] [(tell|show) me]\" can be empty");

    [Fact]
    public void Sentences_for_what_is_no_property() => folder
        .Adding(Sentences, "  establishd: { question: When?, asks: when, sentences: [when did they found it] }\n")
        .HasOneProblem(Sentences, "establishd", "`establishd` is not a property in facts/ontology.yaml", "did you mean `established`?");

    [Fact]
    public void An_intent_whose_sentences_all_lean() => folder
        .Replacing(Sentences, "    sentences: [\"what is {subject} called\"]", "    follow_ups: [\"and its name\"]")
        .HasOneProblem(Sentences, "  name:", "the intent `name` has no `sentences`");

    [Fact]
    public void An_intent_without_a_question() => folder
        .Replacing(Sentences, "    question: What is {subject} called?\n", "")
        .HasOneProblem(Sentences, "  name:", "the sentences of an intent (`name`) lacks `question`");

    [Fact]
    public void A_question_with_a_slot_of_a_type() => folder
        .Replacing(Sentences, "question: What is {subject} called?", "question: What is {office} called?")
        .HasOneProblem(Sentences, "What is {office} called?", "`question` of `name` can hold no other placeholder than {subject}");

    [Fact]
    public void Sentences_of_one_intent_in_two_files() => folder
        .With("en/sentences/more.yaml", "intents:\n  when: { question: When?, asks: when, follow_ups: [and then] }\n")
        .HasOneProblem("en/sentences/more.yaml", "when", "`when` is already in en/sentences/department.yaml", $"line {folder.LineOf(Sentences, "  when:")}");

    [Fact]
    public void An_outcome_of_conversation_that_is_none() => folder
        .Replacing(SmallTalk, "outcome: chitchat", "outcome: answer")
        .HasOneProblem(SmallTalk, "outcome: answer", "`outcome: answer` must be chitchat or refuse");

    [Fact]
    public void Conversation_without_sentences() => folder
        .Replacing(SmallTalk, "    sentences: [\"(hi|hello) [there]\"]\n", "")
        .HasOneProblem(SmallTalk, "greet:", "an intent of conversation (`greet`) lacks `sentences`");
}
