using System.Collections.Immutable;
using DpkoBot.Core.Conversation.Cards;
using DpkoBot.Core.Conversation.Sets;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Writes replies: answers with their sources, questions back, and honest gaps.</summary>
internal sealed class ReplyWriter(KnowledgeBase knowledge, LanguagePack pack, TimeProvider clock)
{
    private const int MaxSuggestions = 3;
    private readonly AnswerComposer composer = new(knowledge, pack, clock);
    private readonly SetWriter sets = new(knowledge, pack);
    private readonly DateWording dates = new(pack.Rules);
    private readonly ValueWording values = new(pack);
    private readonly SourceLines sourceLines = new(knowledge, pack);
    private readonly NextQuestions next = new(knowledge, pack);
    private readonly CardWriter cards = new(knowledge, pack);

    public BotReply Greet() => new()
    {
        Outcome = Outcome.Chitchat,
        Text = pack.Rules.Phrase("greeting"),
        Language = pack.Tag,
        SuggestedQuestions = Suggest(ConversationState.Empty, []),
    };

    public AnswerResult Answer(List<Understanding.Answerable> asked, ConversationState state)
    {
        // Nothing is told without a fact.
        var told = asked.Zip(asked.ConvertAll(Compose)).Where(a => !a.Second.Facts.IsEmpty).ToList();
        if (told.Count == 0)
        {
            return new AnswerResult(WithoutFacts(asked[0], state), state);
        }

        asked = told.ConvertAll(a => a.First);
        var answers = told.ConvertAll(a => a.Second);
        foreach (var (question, answer) in asked.Zip(answers).Reverse())
        {
            state = After(question, answer, state);
        }

        var (sources, citations) = sourceLines.For([.. answers.SelectMany(a => a.Facts)]);
        var reply = new BotReply
        {
            Outcome = Outcome.Answer,
            Text = string.Join("\n\n", answers.Select(a => a.Text).Distinct().Append(sources)),
            Language = pack.Tag,
            Citations = citations,
            Card = asked is [var only] ? cards.For(only) : null,
            Topics = [.. asked.SelectMany(Topics).Distinct()],
            Facts = [.. answers.SelectMany(a => a.Facts).Distinct()],
            SuggestedQuestions = Suggest(state, state.Focus),
            Recognition = asked[0].Recognition,
        };
        return new AnswerResult(reply, state);
    }

    private BotReply WithoutFacts(Understanding.Answerable asked, ConversationState state) => asked is Understanding.Asked { Question: var question }
        ? Missing(new Understanding.Missing(asked.Recognition, question), state)
        : NotUnderstood(new Understanding.NotUnderstood(asked.Recognition, [], Leans: false), state);

    private ComposedAnswer Compose(Understanding.Answerable asked) => asked switch
    {
        Understanding.AskedForSet set => sets.Compose(set.Set, set.Members),
        Understanding.Asked question => composer.Compose(question.Question),
        _ => throw new ArgumentOutOfRangeException(nameof(asked)),
    };

    private ConversationState After(Understanding.Answerable asked, ComposedAnswer answer, ConversationState state) => asked switch
    {
        Understanding.AskedForSet set => state.After(set.Set, set.Members.Where(m => !m.IsActing).Take(set.Set.Order is SetOrder.None ? 3 : set.Set.Take).Select(m => m.Subject.Id)),
        Understanding.Asked { Question: var question } => state.After(
            question,
            answer.Facts.Select(f => f.Value).OfType<FactValue.Subject>().Select(v => v.Id),
            knowledge.Ontology.IsSuccession(question.Property)),
        _ => state,
    };

    private static IEnumerable<string> Topics(Understanding.Answerable asked) =>
        asked is Understanding.Asked question ? question.Question.Topics : [asked.Topic];

    public BotReply Say(Understanding.Said said) => new()
    {
        Outcome = said.Intent.Refuses ? Outcome.Refuse : Outcome.Chitchat,
        Text = said.Intent.Response,
        Language = pack.Tag,
        SuggestedQuestions = Suggest(ConversationState.Empty, []),
        Recognition = said.Recognition,
    };

    public BotReply Clarify(Understanding.Ambiguous ambiguous)
    {
        var oneProperty = ambiguous.Meanings.All(m => m.Property == ambiguous.Meanings[0].Property);
        return new BotReply
        {
            Outcome = Outcome.Clarify,
            Text = pack.Rules.Phrase(oneProperty ? "clarify_subject" : "clarify") + List(ambiguous.Meanings),
            Language = pack.Tag,
            SuggestedQuestions = [.. ambiguous.Meanings.Select(composer.Ask)],
            Recognition = ambiguous.Recognition,
            Gap = GapReason.Ambiguous,
        };
    }

    public BotReply Missing(Understanding.Missing missing, ConversationState state)
    {
        var question = missing.Question;
        var asks = composer.Asks(question);
        var text = !missing.With.IsDefaultOrEmpty
            ? pack.Rules.Phrase("fallback_no_fact_with", ("asks", asks), ("with", values.Join([.. missing.With.Select(values.Name)])))
            : question.Time is { } time
            ? pack.Rules.Phrase("fallback_no_fact_in_time", ("asks", asks), ("time", dates.When(time)))
            : pack.Rules.Phrase("fallback_no_fact", ("asks", asks));
        return Fallback(GapReason.NoFact, text, missing.Recognition, state, question.Subjects);
    }

    public BotReply EmptySet(Understanding.EmptySet empty, ConversationState state) =>
        Fallback(GapReason.NoFact, pack.Rules.Phrase("fallback_empty_set", ("set", sets.Describe(empty.Set, one: true))), empty.Recognition, state, []);

    public BotReply UnknownName(Understanding.UnknownName unknown, ConversationState state) =>
        Fallback(GapReason.UnknownName, pack.Rules.Phrase("fallback_unknown_name", ("name", unknown.Name)), unknown.Recognition, state, []);

    public BotReply NotUnderstood(Understanding.NotUnderstood notUnderstood, ConversationState state)
    {
        var near = notUnderstood.Near.Select(composer.Ask).ToImmutableArray();
        return near.IsEmpty
            ? Fallback(GapReason.NotUnderstood, pack.Rules.Phrase("fallback"), notUnderstood.Recognition, state, [])
            : Fallback(GapReason.NotSure, pack.Rules.Phrase("fallback_near"), notUnderstood.Recognition, state, []) with { SuggestedQuestions = near };
    }

    private BotReply Fallback(GapReason reason, string text, Recognition.RecognizerResult recognition, ConversationState state, ImmutableArray<string> subjects) => new()
    {
        Outcome = Outcome.Fallback,
        Text = text,
        Language = pack.Tag,
        SuggestedQuestions = Suggest(state, subjects),
        Recognition = recognition,
        Gap = reason,
    };

    private ImmutableArray<string> Suggest(ConversationState state, ImmutableArray<string> subjects) =>
        [.. next.After(state, subjects).Select(composer.Ask).Take(MaxSuggestions)];

    private string List(ImmutableArray<Question> questions) => "\n\n" + string.Join("\n", questions.Select(q => "- " + composer.Ask(q)));
}
