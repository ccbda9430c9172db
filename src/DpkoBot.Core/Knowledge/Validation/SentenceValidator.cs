using System.Text.RegularExpressions;
using DpkoBot.Core.Knowledge.Loading;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks a language's sentences: slots that exist, and no sentence that asks for two things.</summary>
internal static partial class SentenceValidator
{
    /// <summary>How many sentences of a template are compared with all others.</summary>
    private const int ExpansionLimit = 40;

    public static void Check(Ontology ontology, LanguageReader language, LanguagePack pack, DiagnosticBag diagnostics)
    {
        var properties = ontology.Properties;
        foreach (var id in pack.Intents.Keys.Where(id => !properties.ContainsKey(id)))
        {
            language.Origins[("intent", id)].Report(null, $"`{id}` is not a property in facts/ontology.yaml{YamlMap.Suggest(id, properties.Keys)}");
        }

        foreach (var property in properties.Values.Where(p => p is { IsAsked: true, Kind: not PropertyKind.Topic } && !pack.Intents.ContainsKey(p.Id)))
        {
            diagnostics.Add("facts/ontology.yaml", 0, $"the property `{property.Id}` has no sentences in {pack.Tag}/sentences/, so no question can reach it; add an intent of that name.");
        }

        foreach (var intent in pack.Intents.Values.Where(i => properties.ContainsKey(i.Property)))
        {
            CheckIntent(ontology, intent, language.Origins[("intent", intent.Property)], diagnostics);
        }

        CheckUnique(ontology, pack, diagnostics);
    }

    private static void CheckIntent(Ontology ontology, IntentWording intent, YamlMap origin, DiagnosticBag diagnostics)
    {
        var property = ontology.Properties[intent.Property];
        if (!origin.Has("sentences") && !(property.Kind is PropertyKind.Recall && origin.Has("follow_ups")))
        {
            origin.Report(null, $"the intent `{intent.Property}` has no `sentences`, so no question can reach it; add some.");
        }

        foreach (var (key, text) in (ReadOnlySpan<(string, string)>)[("question", intent.Question), ("asks", intent.Asks)])
        {
            if (Placeholder.Matches(text).All(m => m.Value == "{subject}"))
            {
                continue;
            }

            origin.Report(key, $"`{key}` of `{intent.Property}` can hold no other placeholder than {{subject}}.");
        }

        foreach (var sentence in intent.Sentences.Concat(intent.FollowUps))
        {
            foreach (var slot in sentence.Slots.Where(s => s is not ("subject" or SentenceTemplate.TimeSlot) && !ontology.Types.Contains(s)))
            {
                diagnostics.Add(sentence.File, sentence.Line, $"the slot {{{slot}}} is not a type{YamlMap.Suggest(slot, ontology.Types.Append("subject"))}");
            }
        }
    }

    private static void CheckUnique(Ontology ontology, LanguagePack pack, DiagnosticBag diagnostics)
    {
        var owners = new Dictionary<string, (string Intent, bool Leans, SentenceTemplate Template)>();
        var reported = new HashSet<(SentenceTemplate, SentenceTemplate)>();
        var all = pack.Intents.Values.Concat(pack.Topics.Values).SelectMany(i => i.Sentences.Select(t => (Intent: i.Property, Leans: false, Template: t)))
            .Concat(pack.Intents.Values.Concat(pack.Topics.Values).SelectMany(i => i.FollowUps.Select(t => (Intent: i.Property, Leans: true, Template: t))))
            .Concat(pack.Conversation.Values.SelectMany(c => c.Sentences.Select(t => (Intent: c.Id, Leans: false, Template: t))))
            .Concat(pack.Background.Select(t => (Intent: "background", Leans: false, Template: t)))
            .OrderBy(s => s.Template.File, StringComparer.Ordinal).ThenBy(s => s.Template.Line);
        foreach (var (intent, leans, template) in all)
        {
            foreach (var sentence in template.Expand(ExpansionLimit))
            {
                if (sentence.Length == 0)
                {
                    diagnostics.Add(template.File, template.Line, $"the sentence \"{template.Text}\" can be empty; take something out of its square brackets.");
                    continue;
                }

                var key = Utterance.Normalize(sentence.Replace("{", " slot", StringComparison.Ordinal));
                if (!owners.TryAdd(key, (intent, leans, template)) && owners[key] is var owner && owner.Intent != intent && !(leans && owner.Leans && AskOfDifferentThings(ontology, owner.Intent, intent)) && reported.Add((owner.Template, template)))
                {
                    diagnostics.Add(template.File, template.Line, $"\"{sentence}\" asks for `{intent}` here and for `{owner.Intent}` in {owner.Template.File}, line {owner.Template.Line}; keep it where it belongs.");
                }
            }
        }
    }

    /// <summary>"Who wrote it" can ask one thing of a document and another of a department or after a topic: what "it" is decides.</summary>
    private static bool AskOfDifferentThings(Ontology ontology, string one, string other) =>
        !ontology.Properties.ContainsKey(one) || !ontology.Properties.ContainsKey(other)
        || (ontology.Properties.TryGetValue(one, out var first) && ontology.Properties.TryGetValue(other, out var second)
        && !first.Of.Intersect(second.Of).Any());

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Placeholder { get; }
}
