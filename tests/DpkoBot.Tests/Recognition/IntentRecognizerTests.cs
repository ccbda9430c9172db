using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Recognition;

public class IntentRecognizerTests
{
    private const int EveryNth = 5;

    private static readonly string[] Questions =
    [
        "what does DPKO do", "when was OROLSI established", "who heads the department", "waht dose the offcie of militray affairs do",
        "hello", "what is the weather like", "qwertz uiop", "维和行动", "",
    ];

    [Theory]
    [InlineData("what does DPKO do", "purpose")]
    [InlineData("when was OROLSI set up", "established")]
    [InlineData("what does DPKO stand for", "name")]
    [InlineData("hello there", "greet")]
    [InlineData("is there a good italian restaurant around here", TrainingSet.None)]
    public void A_plain_question_is_recognized(string text, string intent) => Assert.Equal(intent, TrainedRecognizer.Rank(text)[0].Id);

    [Fact]
    public void A_ranking_has_every_intent_once_and_the_likeliest_first()
    {
        var ranked = TrainedRecognizer.Rank("when was DPKO created");

        var intents = TrainedRecognizer.English.Intents.Keys.Concat(TrainedRecognizer.English.Topics.Keys).Concat(TrainedRecognizer.English.Conversation.Keys).Append(TrainingSet.None);
        Assert.Equal(intents.Order(StringComparer.Ordinal), ranked.Select(intent => intent.Id).Order(StringComparer.Ordinal));
        Assert.Equal(ranked.Select(intent => intent.Score).OrderDescending(), ranked.Select(intent => intent.Score));
        Assert.All(ranked, intent => Assert.InRange(intent.Score, 0, 1));
    }

    [Fact]
    public void The_same_words_are_always_ranked_alike() =>
        Assert.All(Questions, question => Assert.Equal(TrainedRecognizer.Rank(question), TrainedRecognizer.Rank(question)));

    [Fact]
    public void Two_trainings_on_the_same_knowledge_rank_alike_to_the_bit()
    {
        using var folder = new KnowledgeFolder();
        var (one, other) = (Train(folder.LoadGood()), Train(folder.LoadGood()));

        Assert.All(Questions, question => Assert.Equal(one(question), other(question)));
    }

    [Fact]
    public void Names_that_go_with_an_intent_speak_for_it()
    {
        var words = TrainedRecognizer.Annotate("when was OROLSI set up").Words;
        double Score(double agreement) =>
            TrainedRecognizer.Default.Rank(words, TrainedRecognizer.English.Rules.IsEmptyWord, _ => true, _ => agreement).First(intent => intent.Id == "established").Score;

        Assert.True(Score(1) > Score(0) && Score(0) > Score(-1));
    }

    [Fact]
    public void Nearly_every_sentence_that_it_learned_is_recognized_as_its_own_intent()
    {
        var sentences = TrainingSet.From(TrainedRecognizer.Knowledge, TrainedRecognizer.English)
            .Where(sentence => !sentence.IsLiteral)
            .Where((_, i) => i % EveryNth == 0)
            .ToList();

        var missed = sentences.AsParallel().AsOrdered()
            .Select(sentence => (Sentence: sentence, Best: TrainedRecognizer.Rank(Named(sentence.Text))[0].Id))
            .Where(result => result.Best != result.Sentence.Intent)
            .Select(result => $"{Named(result.Sentence.Text)}: {result.Sentence.Intent}, not {result.Best}")
            .ToList();

        Assert.True(sentences.Count > 1_000, $"Only {sentences.Count} sentences.");
        Assert.True(missed.Count <= sentences.Count * 0.03, $"{missed.Count} of {sentences.Count}:\n{string.Join('\n', missed)}");
    }

    [Theory]
    [InlineData("what does dpko do", "purpose", "{department}")]
    [InlineData("what does OROLSI do", "purpose", "{office}")]
    public void The_nearest_sentence_of_an_intent_is_one_that_it_learned(string text, string intent, string slot)
    {
        var nearest = TrainedRecognizer.Default.Nearest(TrainedRecognizer.Annotate(text).Words, intent);

        Assert.Contains(TrainingSet.From(TrainedRecognizer.Knowledge, TrainedRecognizer.English), sentence => sentence.Intent == intent && sentence.Text == nearest);
        Assert.Contains(slot, nearest, StringComparison.Ordinal);
    }

    [Fact]
    public void An_intent_that_is_none_has_no_nearest_sentence() => Assert.Null(TrainedRecognizer.Default.Nearest(["what"], "nonsense"));

    [Fact]
    public void Names_are_masked_and_what_is_misspelled_is_put_right()
    {
        var utterance = TrainedRecognizer.Annotate("Waht's the Office of Military Affairs, DKPO and the WHO in 2017?");

        Assert.Equal(["what", "is", "§office", "§department", "and", "§outside", "§time"], utterance.Words.AsEnumerable());
        Assert.Equal(["oma", "dpko", "World Health Organization"], utterance.Mentions.Where(mention => mention.Time is null).Select(mention => mention.Meanings[0].Id));
        Assert.Equal(Period.Of(2017), utterance.Mentions[^1].Time);
        Assert.Empty(utterance.Strange);
    }

    [Fact]
    public void Words_that_are_unknown_are_noticed_as_strange() =>
        Assert.Equal(["pythagoras"], TrainedRecognizer.Annotate("explain Pythagoras").Strange.Select(token => token.Text));

    /// <summary>The sentence with a name in each slot.</summary>
    private static string Named(string sentence)
    {
        foreach (var type in TrainedRecognizer.Knowledge.Ontology.Types)
        {
            var subject = TrainedRecognizer.English.Subjects.Where(s => TrainedRecognizer.Knowledge.Subjects[s.Key].Type == type).MinBy(s => s.Key, StringComparer.Ordinal);
            sentence = sentence.Replace("{" + type + "}", subject.Value.Name, StringComparison.Ordinal);
        }

        return sentence;
    }

    private static Func<string, IReadOnlyList<ScoredIntent>> Train(KnowledgeBase knowledge)
    {
        var pack = knowledge.Languages["en"];
        var recognizer = IntentRecognizer.Train(knowledge, pack, TimeProvider.System);
        return text => recognizer.Rank(recognizer.Annotate(text, Utterance.Parse(text).Tokens).Words, pack.Rules.IsEmptyWord, _ => true, _ => 0);
    }
}
