using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Reads the time of a question that a name tells: "who headed the department when UNMIK was set up".</summary>
internal sealed class TimeOfNames
{
    /// <summary>As many words can stand between "when" and the name.</summary>
    private const int MaxGap = 3;

    private readonly KnowledgeBase knowledge;
    private readonly LanguageRules rules;
    private readonly PhraseTable<bool> conjunctions;
    private readonly PhraseTable<string> cues;

    public TimeOfNames(KnowledgeBase knowledge, LanguageRules rules)
    {
        this.knowledge = knowledge;
        this.rules = rules;
        conjunctions = new PhraseTable<bool>(rules.TimeConjunctions.Select(c => (c, true)));
        cues = new PhraseTable<string>(rules.Sets.Cues.Where(c => c.Value is "begin" or "end").Select(c => (c.Key, c.Value)));
    }

    /// <summary>The time that an utterance names, and the place in the text where the clause starts that tells it, if one does.</summary>
    public (Period? Time, int? Clause) Read(AnnotatedUtterance utterance)
    {
        var named = QuestionTime.Of(utterance);
        for (var i = 1; i < utterance.Tokens.Length; i++)
        {
            if (conjunctions.At(utterance.Tokens, i) is not { Length: var length } || !utterance.Tokens.Take(i).Any(t => rules.Interrogatives.Contains(t.Text)))
            {
                continue;
            }

            var mention = utterance.Mentions.FirstOrDefault(m => m.First >= i + length && m.First <= i + length + MaxGap && m.Time is null);
            if (mention is null || !knowledge.Subjects.TryGetValue(mention.Meanings[0].Id, out var subject))
            {
                continue;
            }

            if (named is not null)
            {
                return (named, utterance.Tokens[i].Start);
            }

            if (Lifetime.Of(subject, knowledge) is { From: { } from } life)
            {
                return (TimeOf(life, from, utterance, mention), utterance.Tokens[i].Start);
            }
        }

        return (named, null);
    }

    private Period TimeOf(Lifetime life, PartialDate from, AnnotatedUtterance utterance, Mention mention)
    {
        for (var i = mention.End; i < utterance.Tokens.Length; i++)
        {
            if (cues.At(utterance.Tokens, i) is { Value: var cue })
            {
                return cue == "end" && life.Until is { } until ? Period.Of(until) : Period.Of(from);
            }
        }

        return new Period(from.Earliest, life.Until?.Latest);
    }
}
