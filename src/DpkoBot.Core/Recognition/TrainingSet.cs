using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Core.Recognition;

/// <summary>A sentence that the recognizer learns.</summary>
/// <param name="Intent">The intent's id, or <see cref="TrainingSet.None"/>.</param>
/// <param name="Text">The sentence, with slots as <c>{type}</c>.</param>
/// <param name="IsLiteral">Whether its names are learned as words rather than masked.</param>
internal readonly record struct TrainingSentence(string Intent, string Text, bool IsLiteral = false);

/// <summary>Everything that the recognizer learns of a language: its templates, expanded.</summary>
internal static class TrainingSet
{
    /// <summary>The class of what is not to be answered.</summary>
    public const string None = "none";

    public const int ExpansionsPerTemplate = 6;
    private const int ShortSentence = 5;
    private const string AnySlot = "{subject}";

    /// <summary>The sentences of all intents, in a fixed order.</summary>
    public static List<TrainingSentence> From(KnowledgeBase knowledge, LanguagePack pack)
    {
        var sentences = new List<TrainingSentence>();
        foreach (var intent in pack.Intents.Values.OrderBy(i => i.Property, StringComparer.Ordinal))
        {
            var types = knowledge.Ontology.Properties[intent.Property].Of;
            foreach (var template in intent.Sentences.Concat(intent.FollowUps))
            {
                AddTemplate(sentences, intent.Property, template, types, pack.Rules);
            }

            if (knowledge.Ontology.Properties[intent.Property].StandsFor)
            {
                AddLiteralNames(sentences, intent, knowledge, pack);
            }
        }

        foreach (var topic in pack.Topics.Values.OrderBy(t => t.Property, StringComparer.Ordinal))
        {
            sentences.AddRange(topic.Sentences.Concat(topic.FollowUps).SelectMany(t => t.Expand(ExpansionsPerTemplate)).Select(t => new TrainingSentence(topic.Property, t)));
        }

        foreach (var intent in pack.Conversation.Values.OrderBy(i => i.Id, StringComparer.Ordinal))
        {
            sentences.AddRange(intent.Sentences.SelectMany(t => t.Expand(ExpansionsPerTemplate)).Select(t => new TrainingSentence(intent.Id, t)));
        }

        sentences.AddRange(pack.Background.SelectMany(t => Fill(t.Expand(ExpansionsPerTemplate), [.. knowledge.Ontology.Types.Order(StringComparer.Ordinal)])).Select(t => new TrainingSentence(None, t)));
        return [.. sentences.Distinct()];
    }

    private static void AddTemplate(List<TrainingSentence> sentences, string intent, SentenceTemplate template, ImmutableArray<string> types, LanguageRules rules)
    {
        var expanded = template.Expand(ExpansionsPerTemplate).ToList();
        sentences.AddRange(Fill(expanded, types).Select(t => new TrainingSentence(intent, t)));
        if (template.Slots.IsEmpty)
        {
            return;
        }

        // The same question with the type's noun ("the office") instead of a name: it needs asking back.
        sentences.Add(new TrainingSentence(intent, WithNoun(expanded[0], types, rules)));
    }

    /// <summary>
    /// What people call an area of work they also say around it ("does anyone check whether a mission fulfils its mandate"):
    /// each name once in a sentence, as the words it consists of.
    /// </summary>
    private static void AddLiteralNames(List<TrainingSentence> sentences, IntentWording intent, KnowledgeBase knowledge, LanguagePack pack)
    {
        var types = knowledge.Ontology.Properties[intent.Property].Of;
        var templates = intent.Sentences.Where(t => t.Slots is [var slot] && types.Contains(slot)).ToList();
        var next = 0;
        foreach (var (_, wording) in pack.Subjects.OrderBy(s => s.Key, StringComparer.Ordinal).Where(s => types.Contains(knowledge.Subjects[s.Key].Type)))
        {
            foreach (var name in wording.Aliases)
            {
                var template = templates[next++ % templates.Count];
                sentences.Add(new TrainingSentence(intent.Property, template.Expand(1).First().Replace("{" + template.Slots[0] + "}", name, StringComparison.Ordinal), IsLiteral: true));
            }
        }
    }

    /// <summary>The sentences with each <c>{subject}</c> standing for one type after the other.</summary>
    private static IEnumerable<string> Fill(IEnumerable<string> sentences, ImmutableArray<string> types)
    {
        var next = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.Contains(AnySlot, StringComparison.Ordinal))
            {
                // In a short sentence the type is most of what is said.
                var count = sentence.AsSpan().Count(' ') < ShortSentence ? types.Length : Math.Min(2, types.Length);
                for (var i = 0; i < count; i++)
                {
                    yield return sentence.Replace(AnySlot, "{" + types[next++ % types.Length] + "}", StringComparison.Ordinal);
                }
            }
            else
            {
                yield return sentence;
            }
        }
    }

    private static string WithNoun(string sentence, ImmutableArray<string> types, LanguageRules rules)
    {
        foreach (var type in types.Append("subject"))
        {
            var noun = rules.TypeNouns.FirstOrDefault(n => n.Value == (type == "subject" ? types[0] : type)).Key;
            sentence = noun is null ? sentence : sentence.Replace("{" + type + "}", noun, StringComparison.Ordinal);
        }

        return sentence;
    }
}
