using System.Collections.Immutable;
using System.Globalization;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Conversation;

/// <summary>Writes replies: answers with their sources, questions back, and honest gaps.</summary>
internal sealed class ReplyWriter(KnowledgeBase knowledge, LanguagePack pack)
{
    private const int MaxSuggestions = 3;
    private readonly AnswerComposer composer = new(knowledge, pack);
    private readonly NextQuestions next = new(knowledge, pack);

    public BotReply Greet() => new()
    {
        Outcome = Outcome.Chitchat,
        Text = pack.Rules.Phrase("greeting"),
        Language = pack.Tag,
        SuggestedQuestions = Suggest(ConversationState.Empty, []),
    };

    public AnswerResult Answer(List<Understanding.Asked> asked, ConversationState state)
    {
        var answers = asked.ConvertAll(a => composer.Compose(a.Question));
        foreach (var (question, answer) in asked.Zip(answers).Reverse())
        {
            state = state.After(question.Question, answer.Facts.Select(f => f.Value).OfType<FactValue.Subject>().Select(v => v.Id));
        }

        var (sources, citations) = composer.Sources(answers.SelectMany(a => a.Facts));
        var reply = new BotReply
        {
            Outcome = Outcome.Answer,
            Text = string.Join("\n\n", answers.Select(a => a.Text).Distinct().Append(sources)),
            Language = pack.Tag,
            Citations = citations,
            Topics = [.. asked.SelectMany(a => a.Question.Topics).Distinct()],
            SuggestedQuestions = Suggest(state, state.Focus),
            Recognition = asked[0].Recognition,
        };
        return new AnswerResult(reply, state);
    }

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
        };
    }

    public BotReply Missing(Understanding.Missing missing, ConversationState state)
    {
        var question = missing.Question;
        var asks = composer.Asks(question);
        var text = question.Year is { } year
            ? pack.Rules.Phrase("fallback_no_fact_in_year", ("asks", asks), ("year", year.ToString(CultureInfo.InvariantCulture)))
            : pack.Rules.Phrase("fallback_no_fact", ("asks", asks));
        return Fallback(text, missing.Recognition, state, question.Subjects);
    }

    public BotReply UnknownName(Understanding.UnknownName unknown, ConversationState state) =>
        Fallback(pack.Rules.Phrase("fallback_unknown_name", ("name", unknown.Name)), unknown.Recognition, state, []);

    public BotReply NotUnderstood(Understanding.NotUnderstood notUnderstood, ConversationState state)
    {
        var near = notUnderstood.Near.Select(composer.Ask).ToImmutableArray();
        return near.IsEmpty
            ? Fallback(pack.Rules.Phrase("fallback"), notUnderstood.Recognition, state, [])
            : Fallback(pack.Rules.Phrase("fallback_near"), notUnderstood.Recognition, state, []) with { SuggestedQuestions = near };
    }

    private BotReply Fallback(string text, Recognition.RecognizerResult recognition, ConversationState state, ImmutableArray<string> subjects) => new()
    {
        Outcome = Outcome.Fallback,
        Text = text,
        Language = pack.Tag,
        SuggestedQuestions = Suggest(state, subjects),
        Recognition = recognition,
    };

    private ImmutableArray<string> Suggest(ConversationState state, ImmutableArray<string> subjects) =>
        [.. next.After(state, subjects).Select(composer.Ask).Take(MaxSuggestions)];

    private string List(ImmutableArray<Question> questions) => "\n\n" + string.Join("\n", questions.Select(q => "- " + composer.Ask(q)));
}
