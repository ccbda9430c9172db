using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>The conversation in one language: decides what a message gets for a reply.</summary>
internal sealed class Dialogue
{
    private const int MaxQuestions = 3;
    private readonly KnowledgeBase knowledge;
    private readonly LanguageRules rules;
    private readonly IntentRecognizer recognizer;
    private readonly Interpreter interpreter;
    private readonly UtteranceSplitter splitter;
    private readonly ReplyWriter writer;

    public Dialogue(KnowledgeBase knowledge, LanguagePack pack, IntentRecognizer recognizer)
    {
        this.knowledge = knowledge;
        rules = pack.Rules;
        this.recognizer = recognizer;
        interpreter = new Interpreter(knowledge, pack, recognizer);
        splitter = new UtteranceSplitter(pack.Rules);
        writer = new ReplyWriter(knowledge, pack);
    }

    public BotReply Greet() => writer.Greet();

    public AnswerResult Answer(string text, ConversationState state)
    {
        var result = Reply(text, state);
        var recognition = result.Reply.Recognition;
        var matched = recognition.Intent is { } intent ? recognizer.Nearest(recognition.Words, intent) : null;
        return result with { Reply = result.Reply with { Recognition = recognition with { Matched = matched } } };
    }

    private AnswerResult Reply(string text, ConversationState state)
    {
        var utterance = Utterance.Parse(text);
        if (utterance.Tokens.IsEmpty)
        {
            return new AnswerResult(writer.NotUnderstood(new Understanding.NotUnderstood(RecognizerResult.None, [], Leans: true), state), state);
        }

        var understandings = Understand(utterance, state);
        var asked = understandings.OfType<Understanding.Asked>().DistinctBy(a => string.Join('|', a.Question.Topics)).Take(MaxQuestions).ToList();
        if (understandings.OfType<Understanding.Said>().FirstOrDefault(s => s.Intent.Refuses) is { } refused)
        {
            return new AnswerResult(writer.Say(refused), state);
        }

        return asked.Count > 0
            ? writer.Answer(asked, state)
            : new AnswerResult(WithoutAnswer(understandings, state), understandings.Aggregate(state, (s, u) => After(u, s)));
    }

    private BotReply WithoutAnswer(List<Understanding> understandings, ConversationState state)
    {
        // What can be mended by asking back comes first, then what is known to be missing, then small talk.
        var telling = understandings.OfType<Understanding.Ambiguous>().FirstOrDefault<Understanding>()
            ?? understandings.OfType<Understanding.UnknownName>().FirstOrDefault<Understanding>()
            ?? understandings.OfType<Understanding.Missing>().FirstOrDefault<Understanding>()
            ?? (understandings.TrueForAll(u => u is Understanding.Said) ? understandings[^1] : understandings.OfType<Understanding.NotUnderstood>().Last());
        return telling switch
        {
            Understanding.Ambiguous ambiguous => writer.Clarify(ambiguous),
            Understanding.UnknownName unknown => writer.UnknownName(unknown, state),
            Understanding.Missing missing => writer.Missing(missing, state),
            Understanding.Said said => writer.Say(said),
            _ => writer.NotUnderstood((Understanding.NotUnderstood)telling, state),
        };
    }

    /// <summary>Reads a message sentence by sentence, each leaning on those before it.</summary>
    private List<Understanding> Understand(Utterance utterance, ConversationState state)
    {
        var understandings = new List<Understanding>();
        var (sentences, before) = (UtteranceSplitter.Sentences(utterance), state);
        foreach (var sentence in sentences)
        {
            foreach (var understanding in ReadSentence(utterance, sentence, state))
            {
                understandings.Add(understanding);
                state = After(understanding, state);
            }
        }

        // Some questions take more than one sentence.
        return sentences.Count > 1 && !understandings.Exists(u => u is Understanding.Asked) && understandings.Exists(u => u is Understanding.NotUnderstood or Understanding.Ambiguous)
            && interpreter.Read(utterance, utterance.Tokens, before with { LostThread = true }) is Understanding.Asked whole
            ? [whole]
            : understandings;
    }

    /// <summary>What a later sentence can lean on.</summary>
    private ConversationState After(Understanding understanding, ConversationState state)
    {
        var mentioned = understanding.Recognition.Entities.Select(e => e.Id).Where(knowledge.Subjects.ContainsKey).ToList();
        return understanding switch
        {
            Understanding.Asked asked => state.After(asked.Question, []),
            Understanding.Said => state,
            Understanding.NotUnderstood { Leans: true } when !state.Focus.IsEmpty => state,
            Understanding.UnknownName => state.Lost(),
            _ when mentioned.Count > 0 => state.Mentioning(mentioned),
            Understanding.Ambiguous => state,
            _ => state.Lost(),
        };
    }

    private List<Understanding> ReadSentence(Utterance utterance, ImmutableArray<Token> sentence, ConversationState state)
    {
        var whole = interpreter.Read(utterance, sentence, state);
        if (TwoQuestions(utterance, sentence, state, whole) is { } two)
        {
            return two;
        }

        if (whole is not Understanding.NotUnderstood)
        {
            return [whole];
        }

        return [ReadClauses(utterance, sentence, state) ?? whole];
    }

    /// <summary>A long sentence may hide its question behind a comma.</summary>
    private Understanding.Asked? ReadClauses(Utterance utterance, ImmutableArray<Token> sentence, ConversationState state)
    {
        Understanding.Asked? asked = null;
        var clauses = UtteranceSplitter.Clauses(utterance, sentence);
        foreach (var clause in clauses.Where(c => clauses.Count > 1 && c.Count(t => !rules.IsEmptyWord(t.Text)) > 1))
        {
            var understanding = interpreter.Read(utterance, clause, state);
            asked = understanding as Understanding.Asked ?? asked;
            state = After(understanding, state);
        }

        return asked;
    }

    private static bool IsInsideName(Understanding whole, Token left, Token right) =>
        whole.Recognition.Entities.Any(e => e.Covers(left.Start) && e.Covers(right.Start));

    private List<Understanding>? TwoQuestions(Utterance utterance, ImmutableArray<Token> sentence, ConversationState state, Understanding whole)
    {
        foreach (var (left, right) in splitter.Halves(sentence))
        {
            // A name such as "Policy, Evaluation and Training Division" is not cut.
            if (IsInsideName(whole, left[^1], right[0]) || right.All(t => rules.IsEmptyWord(t.Text)))
            {
                continue;
            }

            if (interpreter.Read(utterance, left, state) is Understanding.Asked first
                && interpreter.Read(utterance, right, state.After(first.Question, [])) is Understanding.Asked second
                && first.Question.Property != second.Question.Property
                && whole is not Understanding.Asked { Question.Subjects.Length: > 1 }
                && whole.Recognition.Score < Math.Max(first.Recognition.Score, second.Recognition.Score) + 0.1)
            {
                return [first, second];
            }
        }

        return null;
    }
}
