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

    public Dialogue(KnowledgeBase knowledge, LanguagePack pack, IntentRecognizer recognizer, TimeProvider clock)
    {
        this.knowledge = knowledge;
        rules = pack.Rules;
        this.recognizer = recognizer;
        interpreter = new Interpreter(knowledge, pack, recognizer);
        splitter = new UtteranceSplitter(pack.Rules);
        writer = new ReplyWriter(knowledge, pack, clock);
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
        var asked = understandings.OfType<Understanding.Answerable>().DistinctBy(a => a.Topic).Take(MaxQuestions).ToList();
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
            ?? understandings.OfType<Understanding.EmptySet>().FirstOrDefault<Understanding>()
            ?? understandings.OfType<Understanding.Missing>().FirstOrDefault<Understanding>()
            ?? (understandings.TrueForAll(u => u is Understanding.Said) ? understandings[^1] : understandings.OfType<Understanding.NotUnderstood>().Last());
        return telling switch
        {
            Understanding.Ambiguous ambiguous => writer.Clarify(ambiguous),
            Understanding.UnknownName unknown => writer.UnknownName(unknown, state),
            Understanding.EmptySet empty => writer.EmptySet(empty, state),
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
        return sentences.Count > 1 && !understandings.Exists(IsAnsweredByItself) && understandings.Exists(u => u is Understanding.NotUnderstood or Understanding.Ambiguous)
            && interpreter.Read(utterance, utterance.Tokens, before with { LostThread = true }) is Understanding.Answerable whole
            ? [whole]
            : understandings;
    }

    /// <summary>"Which mission?" behind a description does not stand by itself.</summary>
    private bool IsAnsweredByItself(Understanding understanding) =>
        understanding is Understanding.Answerable && (understanding.Recognition.IsExact || understanding.Recognition.Words.Count(w => !rules.IsEmptyWord(w) && !rules.Interrogatives.Contains(w)) > 1);

    /// <summary>What a later sentence can lean on.</summary>
    private ConversationState After(Understanding understanding, ConversationState state)
    {
        var mentioned = understanding.Recognition.Entities.Select(e => e.Id).Where(knowledge.Subjects.ContainsKey).ToList();
        return understanding switch
        {
            Understanding.Asked asked => state.After(asked.Question, []),
            Understanding.AskedForSet asked => state.After(asked.Set, asked.Members.Take(1).Select(m => m.Subject.Id)),
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
        if (!whole.Recognition.IsExact && TwoQuestions(utterance, sentence, state, whole) is { } two)
        {
            return two;
        }

        if (whole is not Understanding.NotUnderstood)
        {
            return [whole];
        }

        return [ReadClauses(utterance, sentence, state, whole) ?? whole];
    }

    /// <summary>A long sentence may hide its question behind a comma.</summary>
    private Understanding.Answerable? ReadClauses(Utterance utterance, ImmutableArray<Token> sentence, ConversationState state, Understanding whole)
    {
        Understanding.Answerable? asked = null;
        var clauses = UtteranceSplitter.Clauses(utterance, sentence);
        // A name such as "Policy, Evaluation and Training Division" is not cut.
        if (clauses.Zip(clauses.Skip(1)).Any(c => IsInsideName(whole, c.First[^1], c.Second[0])))
        {
            return null;
        }

        foreach (var clause in clauses.Where(c => clauses.Count > 1 && c.Count(t => !rules.IsEmptyWord(t.Text)) > 1))
        {
            var understanding = interpreter.Read(utterance, clause, state);
            asked = understanding as Understanding.Answerable ?? asked;
            state = After(understanding, state);
        }

        return asked;
    }

    private static bool IsInsideName(Understanding whole, Token left, Token right) =>
        whole.Recognition.Entities.Any(e => e.Covers(left.Start) && e.Covers(right.Start));

    private bool Asks(ImmutableArray<Token> tokens) => tokens.Any(t => rules.Interrogatives.Contains(t.Text));

    private static bool IsAnotherQuestion(Understanding.Answerable first, Understanding.Answerable second) =>
        first is Understanding.Asked { Question.Property: var one } && second is Understanding.Asked { Question.Property: var other } ? one != other : first.Topic != second.Topic || first is Understanding.AskedForSet;

    private List<Understanding>? TwoQuestions(Utterance utterance, ImmutableArray<Token> sentence, ConversationState state, Understanding whole)
    {
        foreach (var (left, right) in splitter.Halves(sentence))
        {
            // A name such as "Policy, Evaluation and Training Division" is not cut.
            if (IsInsideName(whole, left[^1], right[0]) || right.All(t => rules.IsEmptyWord(t.Text)))
            {
                continue;
            }

            // "Missions in Sudan and South Sudan" is one set, unless both halves ask.
            if (whole is Understanding.AskedForSet && !(Asks(left) && Asks(right)))
            {
                continue;
            }

            if (interpreter.Read(utterance, left, state) is Understanding.Answerable first
                && interpreter.Read(utterance, right, After(first, state)) is Understanding.Answerable second
                && (IsAnotherQuestion(first, second) || (first.Topic != second.Topic && Asks(left) && Asks(right)))
                && whole is not Understanding.Asked { Question.Subjects.Length: > 1 }
                && (whole is Understanding.AskedForSet || whole.Recognition.Score < Math.Max(first.Recognition.Score, second.Recognition.Score) + 0.1))
            {
                return [first, second];
            }
        }

        return null;
    }
}
