using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks that what a language's words for sets stand for is in the ontology.</summary>
internal static class SetWordsValidator
{
    public static void Check(Ontology ontology, LanguagePack pack, DiagnosticBag diagnostics)
    {
        var (file, sets) = ($"{pack.Tag}/language.yaml", pack.Rules.Sets);
        var relations = ontology.Properties.Values.Where(p => p.Kind is PropertyKind.Subject).Select(p => p.Id).ToList();
        CheckKeys("relations", sets.Relations.Values, relations);
        CheckKeys("verbs", sets.Verbs.Values, relations);
        CheckKeys("marks", sets.Marks.Values, relations);
        CheckKeys("presence", sets.Presence.Values, [.. ontology.Types]);
        CheckKeys("collectives", sets.Collectives.Values, [.. ontology.Types]);
        CheckKeys("conditions", sets.Conditions.Keys, relations);
        CheckKeys("labels", sets.Labels.Keys, [.. ontology.Types, .. relations]);

        static string What(string key) => key switch { "labels" => "a type or a relation", "presence" or "collectives" => "a type", _ => "a relation, a property whose kind is `subject`" };

        void CheckKeys(string key, IEnumerable<string> ids, List<string> known)
        {
            foreach (var id in ids.Distinct().Except(known).Order(StringComparer.Ordinal))
            {
                diagnostics.Add(file, 0, $"`{id}` below `{key}` of `sets` is not {What(key)}{YamlMap.Suggest(id, known)}");
            }
        }
    }
}
