using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace DpkoBot.Commands.Coverage;

/// <summary>Shows which properties of which subjects are answered.</summary>
internal static class CoverageView
{
    private static readonly Cover[] Covers = Enum.GetValues<Cover>();

    /// <summary>A line for each property of each type, with how many of its subjects have it.</summary>
    public static void WriteTypes(this IAnsiConsole console, ImmutableArray<CoveredPair> pairs)
    {
        var table = Table("type", "property");
        foreach (var type in pairs.GroupBy(p => p.Subject.Type))
        {
            var name = $"{type.Key} ({type.DistinctBy(p => p.Subject.Id).Count().ToString(CultureInfo.InvariantCulture)})";
            foreach (var property in type.GroupBy(p => p.Property.Id))
            {
                table.AddRow([new Text(name), new Text(property.Key), .. Counts(property)]);
                name = "";
            }
        }

        table.AddEmptyRow();
        table.AddRow([new Text("all"), Text.Empty, .. Counts(pairs)]);
        console.Write(table);
        console.WriteLine("answered: from published sources. unverified: something in the answer rests on none. missing: no answer.");
    }

    /// <summary>A line for each subject, with a mark for each property.</summary>
    public static void WriteSubjects(this IAnsiConsole console, ImmutableArray<CoveredPair> pairs)
    {
        var properties = pairs.Select(p => p.Property.Id).Distinct().ToList();
        var table = new Table().AddColumn(new TableColumn("subject").NoWrap());
        foreach (var property in properties)
        {
            table.AddColumn(new TableColumn(new Text(property)).Centered());
        }

        foreach (var subject in pairs.GroupBy(p => p.Subject.Id))
        {
            table.AddRow([new Text(subject.Key), .. subject.Select(p => new Text(Mark(p.Cover)))]);
        }

        table.AddEmptyRow();
        table.AddRow([new Text("missing"), .. properties.Select(id => new Text(Number(pairs.Count(p => p.Property.Id == id && p.Cover is Cover.Missing))))]);
        console.Write(table);
        console.WriteLine($"{Mark(Cover.Answered)} answered, {Mark(Cover.Unverified)} answered, but not from published sources alone, {Mark(Cover.Missing)} missing.");
    }

    /// <summary>What is missing, a line each.</summary>
    public static void WriteMissing(this IAnsiConsole console, ImmutableArray<CoveredPair> pairs)
    {
        var missing = pairs.Where(p => p.Cover is Cover.Missing).ToList();
        foreach (var pair in missing)
        {
            console.WriteRawLine($"{pair.Subject.Id}/{pair.Property.Id}");
        }

        console.WriteRawLine($"{Number(missing.Count)} of {Number(pairs.Length)} are missing.");
    }

    private static Table Table(params string[] names)
    {
        var table = new Table();
        foreach (var name in names)
        {
            table.AddColumn(new TableColumn(name).NoWrap());
        }

        foreach (var cover in Covers)
        {
            table.AddColumn(new TableColumn(NameOf(cover)).RightAligned().NoWrap());
        }

        return table;
    }

    private static IEnumerable<Text> Counts(IEnumerable<CoveredPair> pairs)
    {
        var counts = pairs.CountBy(p => p.Cover).ToDictionary();
        return Covers.Select(c => new Text(Number(counts.GetValueOrDefault(c))));
    }

    private static string Mark(Cover cover) => cover switch { Cover.Answered => "+", Cover.Unverified => "?", _ => "-" };

    private static string NameOf(Cover cover) => cover switch { Cover.Answered => "answered", Cover.Unverified => "unverified", _ => "missing" };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
