using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks that every answer can be given: a response for each property, and all its placeholders filled.</summary>
internal static class ResponseValidator
{
    public static void Check(Ontology ontology, List<Subject> subjects, LanguagePack pack, DiagnosticBag diagnostics)
    {
        var file = $"{pack.Tag}/responses.yaml";
        foreach (var id in pack.Responses.Keys.Where(id => !ontology.Properties.ContainsKey(id)))
        {
            diagnostics.Add(file, pack.Responses[id].Line, $"`{id}` is not a property in facts/ontology.yaml{YamlMap.Suggest(id, ontology.Properties.Keys)}");
        }

        foreach (var property in ontology.Properties.Values.Where(p => p.Kind is not PropertyKind.Recall && !pack.Responses.ContainsKey(p.Id)))
        {
            diagnostics.Add(file, 0, $"the property `{property.Id}` has no response; add one.");
        }

        foreach (var template in pack.Responses.Values.Concat(pack.Subjects.Values.SelectMany(s => s.Answers.Values)))
        {
            CheckPlaceholders(ontology, template, diagnostics);
        }

        foreach (var subject in subjects.Where(s => pack.Subjects.ContainsKey(s.Id)))
        {
            foreach (var property in subject.Facts.Select(f => f.Property).Distinct().Where(pack.Responses.ContainsKey))
            {
                CheckFilled(subject, pack.Subjects[subject.Id].Answers.GetValueOrDefault(property) ?? pack.Responses[property], property, diagnostics);
            }
        }
    }

    private static void CheckPlaceholders(Ontology ontology, ResponseTemplate template, DiagnosticBag diagnostics)
    {
        foreach (var placeholder in template.Placeholders)
        {
            if (placeholder.Property != "subject" && !ontology.Properties.ContainsKey(placeholder.Property))
            {
                diagnostics.Add(template.File, template.Line, $"the response names `{{{placeholder.Property}}}`, which is not a property{YamlMap.Suggest(placeholder.Property, ontology.Properties.Keys.Append("subject"))}");
            }

            if (placeholder.Aspect is { } aspect && !ResponseTemplate.Placeholder.Aspects.Contains(aspect))
            {
                diagnostics.Add(template.File, template.Line, $"`{placeholder.Property}.{aspect}`: there is no `{aspect}` of a property{YamlMap.Suggest(aspect, ResponseTemplate.Placeholder.Aspects)}");
            }
        }
    }

    private static void CheckFilled(Subject subject, ResponseTemplate template, string property, DiagnosticBag diagnostics)
    {
        foreach (var placeholder in template.Parts.OfType<ResponseTemplate.Placeholder>().Where(p => p.Property != "subject" && !subject.Has(p.Property)))
        {
            diagnostics.Add(template.File, template.Line, $"the answer to `{property}` of `{subject.Id}` needs {{{placeholder.Property}}}, which `{subject.Id}` does not have; put that part in [square brackets] or add the fact.");
        }
    }
}
