using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads <c>facts/ontology.yaml</c>.</summary>
internal static class OntologyReader
{
    private static readonly ImmutableArray<string> Kinds = [.. Enum.GetNames<PropertyKind>().Select(n => n.ToLowerInvariant())];

    public static Ontology? Read(YamlMap file)
    {
        file.Require("types");
        var types = file.Texts("types").Select(t => t.Text).ToFrozenSet();
        var properties = new Dictionary<string, Property>();
        foreach (var (key, map) in FactsReader.Entries(file, "properties", "a property"))
        {
            properties[key] = ReadProperty(key, map, types);
        }

        var defaultSubject = file.RequiredText("default_subject");
        var (begins, ends, moments) = (PropertyIds("begins"), PropertyIds("ends"), PropertyIds("moments"));
        var distinct = Types(file, "distinct_types", types);
        var general = file.Texts("general_subjects").Select(g => g.Text);
        var staleAfter = Days(file, "stale_after");
        file.RejectUnknownKeys();
        foreach (var property in properties.Values)
        {
            CheckSuccession(property, properties, file);
            foreach (var need in property.Needs.Where(n => !properties.ContainsKey(n)))
            {
                file.Report("properties", $"`{property.Id}` needs `{need}`, which is not a property{YamlMap.Suggest(need, properties.Keys)}");
            }
        }

        foreach (var property in properties.Values.Where(p => p.Inverse is not null))
        {
            CheckInverse(property, properties, file);
        }

        return defaultSubject is null ? null : new Ontology { DefaultSubject = defaultSubject, Types = types, Properties = properties.ToFrozenDictionary(), Begins = begins, Ends = ends, Moments = [.. moments], General = [defaultSubject, .. general], Distinct = [.. distinct], StaleAfter = staleAfter };

        ImmutableArray<string> PropertyIds(string key)
        {
            var ids = file.Texts(key);
            foreach (var (id, line) in ids.Where(i => !properties.TryGetValue(i.Text, out var property) || property.Kind is not PropertyKind.Date))
            {
                file.File.Report(line, $"`{id}` in `{key}` is not a property whose kind is `date`{YamlMap.Suggest(id, properties.Keys)}");
            }

            return [.. ids.Select(i => i.Text).Where(properties.ContainsKey)];
        }
    }

    private static Property ReadProperty(string id, YamlMap map, FrozenSet<string> types)
    {
        var kindText = map.RequiredText("kind");
        var property = new Property
        {
            Id = id,
            Kind = kindText is not null && Kinds.Contains(kindText) ? Enum.Parse<PropertyKind>(kindText, ignoreCase: true) : PropertyKind.Text,
            Of = Types(map, "of", types),
            Targets = Types(map, "target", types),
            Inverse = map.Text("inverse"),
            Many = map.Flag("many"),
            Changes = map.Flag("changes"),
            ByYear = map.Flag("by_year"),
            StandsFor = map.Flag("stands_for"),
            TellsTime = map.Flag("tells_time"),
            AnyTime = map.Flag("any_time"),
            LeadsBack = map.Flag("leads_back"),
            TellsWhat = map.Flag("tells_what"),
            Before = map.Text("before"),
            After = map.Text("after"),
            AlwaysHeld = map.Flag("always_held"),
            Contains = map.Flag("contains"),
            Needs = [.. map.Texts("needs").Select(n => n.Text)],
            IsDetail = map.Flag("detail"),
            IsAsked = !map.Flag("silent"),
        };
        CheckKind(kindText, property, map);
        map.RejectUnknownKeys();
        return property;
    }

    private static int? Days(YamlMap file, string key)
    {
        if (file.Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 36_500)
        {
            return days;
        }

        file.Report(key, $"`{key}: {text}` is not a number of days from 1 to 36500, such as 365.");
        return null;
    }

    private static ImmutableArray<string> Types(YamlMap map, string key, FrozenSet<string> types)
    {
        var texts = map.Texts(key);
        foreach (var (type, line) in texts.Where(t => !types.Contains(t.Text)))
        {
            map.File.Report(line, $"`{type}` is not a type{YamlMap.Suggest(type, types)}");
        }

        return [.. texts.Select(t => t.Text)];
    }

    private static void CheckKind(string? kind, Property property, YamlMap map)
    {
        if (kind is not null && !Kinds.Contains(kind))
        {
            map.Report("kind", $"`{kind}` is not a kind of property{YamlMap.Suggest(kind, Kinds)}");
        }
        else if (property.Kind is PropertyKind.Subject != !property.Targets.IsEmpty)
        {
            map.Report(null, $"{map.What} must have a `target` if its kind is `subject`, and only then.");
        }

        if (property.Kind is not PropertyKind.Recall)
        {
            map.Require("of");
        }
    }

    private static void CheckSuccession(Property property, Dictionary<string, Property> properties, YamlMap file)
    {
        foreach (var id in new[] { property.Before, property.After }.OfType<string>())
        {
            if (!properties.TryGetValue(id, out var other) || property.Targets.Except(other.Of).Any() || property.Targets.Except(other.Targets).Any())
            {
                file.Report("properties", $"`{id}` cannot name what comes before or after in `{property.Id}`: it must be a property whose `of` and `target` hold the types of `{property.Id}`'s target.");
            }
        }
    }

    private static void CheckInverse(Property property, Dictionary<string, Property> properties, YamlMap file)
    {
        if (!properties.TryGetValue(property.Inverse!, out var inverse))
        {
            file.Report("properties", $"the inverse `{property.Inverse}` of `{property.Id}` is not a property{YamlMap.Suggest(property.Inverse!, properties.Keys)}");
        }
        else if (property.Targets.Except(inverse.Of).Any() || property.Of.Except(inverse.Targets).Any())
        {
            file.Report("properties", $"`{inverse.Id}` cannot be the inverse of `{property.Id}`: it must be `of` the types that are the other's `target`, and the other way round.");
        }
    }
}
