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

        foreach (var property in ontology.Properties.Values.Where(p => p is { IsAsked: true, Kind: not (PropertyKind.Recall or PropertyKind.Status) } && !pack.Responses.ContainsKey(p.Id)))
        {
            diagnostics.Add(file, 0, $"the property `{property.Id}` has no response; add one.");
        }

        foreach (var template in pack.Responses.Values.Concat(pack.Subjects.Values.SelectMany(s => s.Answers.Values)))
        {
            CheckPlaceholders(ontology, template, diagnostics);
        }

        foreach (var subject in subjects.Where(s => pack.Subjects.ContainsKey(s.Id)))
        {
            foreach (var property in ontology.Properties.Values.Where(p => p is { IsAsked: true, Kind: not PropertyKind.Status } && ontology.Answers(p, subject)))
            {
                if ((pack.Subjects[subject.Id].Answers.GetValueOrDefault(property.Id) ?? pack.Responses.GetValueOrDefault(property.Id)) is { } template)
                {
                    CheckFilled(new SubjectAnswer(subject, pack.Subjects[subject.Id], property.Id, template), diagnostics);
                }
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

            var aspects = placeholder.Property == "subject" ? ResponseTemplate.Placeholder.SubjectAspects : ResponseTemplate.Placeholder.Aspects;
            if (placeholder.Aspect is { } aspect && !aspects.Contains(aspect))
            {
                diagnostics.Add(template.File, template.Line, $"`{placeholder.Property}.{aspect}`: there is no `{aspect}` of {(placeholder.Property == "subject" ? "the subject" : "a property")}{YamlMap.Suggest(aspect, aspects)}");
            }
        }
    }

    private static void CheckFilled(SubjectAnswer answer, DiagnosticBag diagnostics)
    {
        var (template, subject) = (answer.Template, answer.Subject.Id);
        var unfilled = template.Parts.OfType<ResponseTemplate.Placeholder>().Where(p => !answer.Fills(p)).ToList();
        foreach (var placeholder in unfilled)
        {
            diagnostics.Add(template.File, template.Line, $"the answer to `{answer.Property}` of `{subject}` needs {placeholder}, which `{subject}` does not have; put that part in [square brackets] or add the fact.");
        }

        if (unfilled.Count == 0 && template.Parts.All(p => p is ResponseTemplate.Optional optional && !optional.Parts.OfType<ResponseTemplate.Placeholder>().All(answer.Fills)))
        {
            diagnostics.Add(template.File, template.Line, $"the answer to `{answer.Property}` of `{subject}` would be empty: `{subject}` lacks something in each of the [square brackets].");
        }
    }

    /// <summary>One subject's answer to one question.</summary>
    private sealed record SubjectAnswer(Subject Subject, SubjectWording Wording, string Property, ResponseTemplate Template)
    {
        public bool Fills(ResponseTemplate.Placeholder placeholder) => placeholder switch
        {
            { Property: "subject", Aspect: "acronym" } => Wording.Acronym is not null,
            { Property: "subject" } => true,
            { Aspect: "current" } => Subject.Of(placeholder.Property).Any(f => f.Until is null),
            { Aspect: "former" } => Subject.Of(placeholder.Property).Any(f => f.Until is not null),
            { Aspect: "from" } => Subject.Has(placeholder.Property) && Subject.Of(placeholder.Property).All(f => f.From is not null),
            { Aspect: "until" } => Subject.Has(placeholder.Property) && Subject.Of(placeholder.Property).All(f => f.Until is not null),
            _ => Subject.Has(placeholder.Property),
        };
    }
}
