using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks that every subject can be named, and every text fact be said, in a language.</summary>
internal static class WordingValidator
{
    public static void Check(Ontology ontology, FactsReader facts, List<Subject> subjects, LanguageReader language, LanguagePack pack)
    {
        foreach (var subject in subjects)
        {
            var origin = facts.Subjects[subject.Id].Origin;
            if (!pack.Subjects.TryGetValue(subject.Id, out var wording))
            {
                origin.Report(null, $"the subject `{subject.Id}` has no name in {language.Tag}/subjects/, so no question can reach it; add it there.");
            }
            else
            {
                CheckTexts(ontology, facts, subject, language, wording);
            }
        }

        foreach (var id in pack.Subjects.Keys.Where(id => !facts.Declares(id)))
        {
            language.Origins[("subject", id)].Report(null, $"`{id}` is not a subject in facts/{YamlMap.Suggest(id, facts.Subjects.Keys)}");
        }
    }

    private static void CheckTexts(Ontology ontology, FactsReader facts, Subject subject, LanguageReader language, SubjectWording wording)
    {
        var origin = language.Origins[("subject", subject.Id)];
        var texts = subject.Facts
            .Where(f => ontology.Properties[f.Property].IsWorded || f.Value is FactValue.Wording { Key: not null })
            .Select(f => (Fact: f, Key: (f.Value as FactValue.Wording)?.Key ?? f.Property))
            .ToList();
        foreach (var (fact, key) in texts.Where(t => !wording.Texts.ContainsKey(t.Key)))
        {
            var (file, line) = facts.Origins[fact];
            file.Report(line, $"`{key}` of `{subject.Id}` is a text, and {origin.File.Name} does not word it; add it below `texts` of `{subject.Id}`.");
        }

        foreach (var property in wording.Texts.Keys.Where(p => texts.All(t => t.Key != p)))
        {
            origin.Report("texts", $"`{property}` of `{subject.Id}` is worded here, but facts/ has no such text fact with a source{YamlMap.Suggest(property, texts.Select(t => t.Key))}");
        }

        foreach (var property in wording.Answers.Keys.Where(p => !ontology.Properties.ContainsKey(p)))
        {
            origin.Report("answers", $"`{property}` is not a property{YamlMap.Suggest(property, ontology.Properties.Keys)}");
        }
    }
}
