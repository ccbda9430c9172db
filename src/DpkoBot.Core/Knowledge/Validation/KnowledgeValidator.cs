using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks what no single file can know: that the parts of the knowledge fit together.</summary>
internal static class KnowledgeValidator
{
    public static void Check(Ontology ontology, FactsReader facts, List<Subject> subjects, List<LanguageReader> languages, DiagnosticBag diagnostics)
    {
        CheckReferences(ontology, facts, diagnostics);
        TermsValidator.Check(ontology, facts);
        LifetimeValidator.Check(ontology, facts);
        ReachValidator.Check(facts, subjects);
        foreach (var language in languages)
        {
            if (language.ToPack() is { } pack)
            {
                WordingValidator.Check(ontology, facts, subjects, language, pack);
                ReachValidator.CheckNames(language, pack);
                SentenceValidator.Check(ontology, language, pack, diagnostics);
                ResponseValidator.Check(ontology, subjects, pack, diagnostics);
                SetWordsValidator.Check(ontology, pack, diagnostics);
                CardValidator.Check(ontology, pack, diagnostics);
            }
        }
    }

    private static void CheckReferences(Ontology ontology, FactsReader facts, DiagnosticBag diagnostics)
    {
        if (!facts.Declares(ontology.DefaultSubject))
        {
            diagnostics.Add("facts/ontology.yaml", 0, $"the default subject `{ontology.DefaultSubject}` is not a subject{YamlMap.Suggest(ontology.DefaultSubject, facts.Subjects.Keys)}");
        }

        foreach (var id in ontology.General.Where(id => id != ontology.DefaultSubject && !facts.Declares(id)).Order(StringComparer.Ordinal))
        {
            diagnostics.Add("facts/ontology.yaml", 0, $"`{id}` in `general_subjects` is not a subject{YamlMap.Suggest(id, facts.Subjects.Keys)}");
        }

        foreach (var fact in facts.Subjects.Values.SelectMany(s => s.Subject.Facts))
        {
            if (fact.Value is not FactValue.Subject target)
            {
                continue;
            }

            var (file, line) = facts.Origins[fact];
            var property = ontology.Properties[fact.Property];
            var targets = property.Targets;
            if (property.Inverse is null && ontology.Properties.Values.FirstOrDefault(p => p.Inverse == property.Id) is { } inverse)
            {
                file.Report(line, $"`{fact.Property}` of `{fact.Subject}` is derived; write it as `{inverse.Id}` of `{target.Id}` instead.");
            }

            if (!facts.Declares(target.Id))
            {
                file.Report(line, $"`{fact.Property}` of `{fact.Subject}` points to `{target.Id}`, which is not a subject{YamlMap.Suggest(target.Id, facts.Subjects.Keys)}");
            }
            else if (facts.Subjects.TryGetValue(target.Id, out var value) && !targets.Contains(value.Subject.Type))
            {
                file.Report(line, $"`{fact.Property}` of `{fact.Subject}` points to `{target.Id}`, which is of the type {value.Subject.Type}; it must be of the type {string.Join(" or ", targets)}.");
            }
        }
    }
}
