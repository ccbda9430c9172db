using System.Collections.Concurrent;
using CsCheck;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Conversation;

/// <summary>What holds for every message, in whatever conversation.</summary>
public class AnyTextTests
{
    private static readonly string[] Names =
        [.. TrainedRecognizer.English.Subjects.Values.SelectMany(subject => subject.Aliases.Append(subject.Name)).Concat(TrainedRecognizer.English.Outside.Keys).Order(StringComparer.Ordinal)];

    private static readonly string[] Sentences =
        [.. TrainedRecognizer.English.Intents.Values.SelectMany(intent => intent.Sentences.Concat(intent.FollowUps)).SelectMany(sentence => sentence.Expand(2)).Order(StringComparer.Ordinal)];

    private static readonly string[] Words = [.. Sentences.SelectMany(sentence => Utterance.Parse(sentence).Tokens).Select(token => token.Text).Distinct()];

    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.OneOf("?", ".", ", ", " and ", "\n", "'", "<b>", "</b>", "**", "\u200B", "\u200F", "\uD83D", "\uDE00", "\0", "😀", "维和", "إدارة", "§", "{subject}", "1992", "2017", "WHO", "D P K O"),
        Gen.String[0, 5]);

    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.OneOf(Words)),
        (3, Gen.OneOf(Names)),
        (3, Gen.Select(Gen.OneOf(Sentences), Gen.OneOf(Names), (sentence, name) => Filled(sentence, name))),
        (3, Noise));

    private static readonly Gen<string> AnyMessage =
        Gen.Select(Piece.Array[0, 8], Gen.OneOf(" ", " ", "", ". "), Gen.Bool, (pieces, between, shouted) => Written(string.Join(between, pieces), shouted));

    [Fact]
    public void Whatever_is_said_the_reply_is_whole()
    {
        var outcomes = new ConcurrentBag<Outcome>();

        AnyMessage.Sample(
            message =>
            {
                var reply = Answer(message, ConversationState.Empty).Reply;
                Replies.AreWhole(reply);
                outcomes.Add(reply.Outcome);
            },
            iter: 600);

        // Else all of this would say nothing of answers.
        Assert.InRange(outcomes.Count(outcome => outcome == Outcome.Answer), 30, 570);
    }

    [Fact]
    public void Whatever_was_said_before_the_reply_is_whole() =>
        AnyMessage.Array[2, 5].Sample(
            messages =>
            {
                var state = ConversationState.Empty;
                foreach (var message in messages)
                {
                    (var reply, state) = Answer(message, state);
                    Replies.AreWhole(reply);
                }
            },
            iter: 150);

    [Fact]
    public void The_same_message_gets_the_same_reply() =>
        AnyMessage.Sample(
            message =>
            {
                var (one, other) = (Answer(message, ConversationState.Empty), Answer(message, ConversationState.Empty));
                Assert.Equivalent(one, other, strict: true);
            },
            iter: 200);

    private static AnswerResult Answer(string message, ConversationState state) => TrainedEngines.Default.Answer(message, "en", state);

    private static string Filled(string sentence, string name)
    {
        foreach (var type in TrainedRecognizer.Knowledge.Ontology.Types.Append("subject"))
        {
            sentence = sentence.Replace("{" + type + "}", name, StringComparison.Ordinal);
        }

        return sentence;
    }

    private static string Written(string text, bool shouted) => shouted ? text.ToUpperInvariant() : text;
}
