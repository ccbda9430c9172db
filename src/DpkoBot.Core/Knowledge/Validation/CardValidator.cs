using DpkoBot.Core.Knowledge.Loading;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks that a language's cards are about types and properties that there are.</summary>
internal static class CardValidator
{
    public static void Check(Ontology ontology, LanguagePack pack, DiagnosticBag diagnostics)
    {
        foreach (var ((property, type), layout) in pack.Rules.Cards.Layouts)
        {
            if (!ontology.Types.Contains(type))
            {
                Report(layout, $"`{type}` is not a type{YamlMap.Suggest(type, ontology.Types)}");
                continue;
            }

            CheckProperty(property, type, layout, answered: true);
            foreach (var label in layout.Facts)
            {
                CheckProperty(label.Property, type, layout, answered: false);
            }

            if (layout.Items is { } items && CheckProperty(items.Property, type, layout, answered: false) is { Kind: not PropertyKind.Subject })
            {
                Report(layout, $"the card for `{type}` lists `{items.Property}`, which is no relation; only subjects can be listed.");
            }
        }

        Property? CheckProperty(string id, string type, CardLayout layout, bool answered)
        {
            if (!ontology.Properties.TryGetValue(id, out var property))
            {
                Report(layout, $"`{id}` is not a property in facts/ontology.yaml{YamlMap.Suggest(id, ontology.Properties.Keys)}");
            }
            else if (!property.Of.Contains(type))
            {
                Report(layout, $"`{id}` is no property of `{type}`, so its card cannot show it; take it out.");
            }
            else if (!answered && !property.HasFacts)
            {
                Report(layout, $"`{id}` is an answer made of several facts, which the card for `{type}` cannot show; name the facts.");
            }

            return property;
        }

        void Report(CardLayout layout, string message) => diagnostics.Add($"{pack.Tag}/language.yaml", layout.Line, message);
    }
}
